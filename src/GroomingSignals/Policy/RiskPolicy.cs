using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Scoring;

namespace GroomingSignals.Policy;

/// <summary>
/// A policy: thresholds, tracks, overrides and limits, apart from the rule packs so that an upgrade of a pack never forks them.
/// Immutable; <c>RiskPolicy.Default</c> unless another is given.
/// </summary>
public sealed partial record RiskPolicy
{
    internal RiskPolicy()
    {
    }

    /// <summary>Id, version and content hash.</summary>
    public required PackVersion Version { get; init; }

    /// <summary>The share of conversations that are grooming, in (0, 1), needed for a probability; null when not stated.</summary>
    public double? Prevalence { get; init; }

    /// <summary>The thresholds on risk without a classifier.</summary>
    public required Thresholds Rules { get; init; }

    /// <summary>The thresholds on risk with a classifier, as far as the policy states them; those that it does not state are the classifier's own. Null when it states none.</summary>
    public Thresholds? Fused { get; init; }

    internal ScoringPolicy Scoring { get; init; } = new();

    /// <summary>By <see cref="Track"/>.</summary>
    internal ImmutableArray<TrackPolicy> Tracks { get; init; } = [];

    internal ImmutableDictionary<Tactic, TacticPolicy> Tactics { get; init; } = ImmutableDictionary<Tactic, TacticPolicy>.Empty;

    internal ParticipantPolicy Participants { get; init; } = new();

    internal ImmutableArray<RuleOverride> Overrides { get; init; } = [];

    /// <summary>How many UTF-16 code units of a message are read; the rest is truncated and stated.</summary>
    public int MessageCharacters { get; init; } = 20_000;

    /// <summary>How many bytes the snapshot of a state has at most, from 2,048 to 65,536.</summary>
    public int StateBytes { get; init; } = 8_192;
}
