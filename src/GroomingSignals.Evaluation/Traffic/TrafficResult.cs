using System.Collections.Immutable;
using GroomingSignals.Assessment;

namespace GroomingSignals.Evaluation.Traffic;

/// <summary>What an analyser makes of traffic that nobody has labelled: volumes, and nothing about right or wrong.</summary>
internal sealed record TrafficResult
{
    public required VersionSet Versions { get; init; }

    public required long Conversations { get; init; }

    public required long Messages { get; init; }

    /// <summary>Conversations that were composed, not observed.</summary>
    public required long Synthetic { get; init; }

    /// <summary>What could not be read.</summary>
    public required long Errors { get; init; }

    /// <summary>Conversations by <see cref="Severity"/>.</summary>
    public required ImmutableArray<long> Severities { get; init; }

    /// <summary>Conversations by risk, in bins of equal width from 0 to 1: those below the review queue, and those in it.</summary>
    public required ImmutableArray<(long Below, long Queued)> Risks { get; init; }

    public required ImmutableArray<TrackTraffic> Tracks { get; init; }

    public required ImmutableArray<TacticTraffic> Tactics { get; init; }

    /// <summary>Rules that are scored, also those that never fired.</summary>
    public required ImmutableArray<RuleTraffic> Rules { get; init; }

    /// <summary>Rules in shadow mode; empty when there are none.</summary>
    public required ImmutableArray<ShadowTraffic> Shadows { get; init; }

    /// <summary>Conversations by severity if every rule in shadow mode were live; empty without such rules.</summary>
    public required ImmutableArray<long> SeveritiesIfLive { get; init; }

    /// <summary>Conversations that would then enter and leave the review queue, and its urgent head; empty without such rules.</summary>
    public required ImmutableArray<(long Entered, long Left)> Moves { get; init; }

    /// <summary>Conversations a day on the platform; null when not stated.</summary>
    public double? Volume { get; init; }

    /// <summary>The command that made it; null when there is none.</summary>
    public string? Command { get; init; }

    public long Queued => Severities[(int)Severity.Review] + Severities[(int)Severity.Urgent];
}
