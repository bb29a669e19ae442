using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Rules;

/// <summary>A rule, bound to the cue ids of its <see cref="RuleSet"/>.</summary>
internal sealed record Rule
{
    public required string Id { get; init; }

    public required string PackId { get; init; }

    public int Revision { get; init; } = 1;

    public required string Title { get; init; }

    public required Tactic Tactic { get; init; }

    public required string Subtype { get; init; }

    public RuleStatus Status { get; init; }

    public RuleMode Mode { get; init; } = RuleMode.Live;

    public RulePriority Priority { get; init; } = RulePriority.Medium;

    public string Rationale { get; init; } = "";

    public ImmutableArray<string> References { get; init; } = [];

    public ImmutableArray<string> FalsePositives { get; init; } = [];

    /// <summary>Who may speak (<see cref="ParticipantCondition.OfSpeaker"/> true); null for anybody.</summary>
    public ParticipantCondition? Speaker { get; init; }

    /// <summary>Who may listen (<see cref="ParticipantCondition.OfSpeaker"/> false); null for anybody.</summary>
    public ParticipantCondition? Listener { get; init; }

    public ImmutableArray<DiscourseRole> Roles { get; init; } = [DiscourseRole.Enacting];

    /// <summary>What a context condition counts as when it cannot be decided.</summary>
    public bool UnknownIsMatch { get; init; }

    public required Condition When { get; init; }

    public required RuleScore Score { get; init; }

    /// <summary>A sentence with <c>{from}</c>, <c>{towards}</c>, <c>{tactic}</c>, <c>{subtype}</c>, <c>{count}</c>.</summary>
    public string Explain { get; init; } = "";
}
