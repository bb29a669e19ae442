#pragma warning disable MA0048 // one closed family of small cases reads best in one place
using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Rules;

/// <summary>A condition of a rule, bound to cue ids. It is tried on a message M of a speaker S towards a listener L.</summary>
internal abstract record Condition;

/// <summary>M has a match of a lexicon or pattern, in one of the rule's roles.</summary>
internal sealed record CueCondition(int Cue, Proximity? Near, Proximity? NotNear) : Condition;

/// <summary>Another cue within so many tokens of a match; anywhere in M when <paramref name="Tokens"/> is null.</summary>
internal sealed record Proximity(int Cue, int? Tokens);

/// <summary>M holds a number of a number cue.</summary>
internal sealed record NumberCondition(int Cue) : Condition
{
    /// <summary>Least and greatest value, both included; null for any.</summary>
    public (int From, int To)? Between { get; init; }

    public bool ContradictsDeclaredBand { get; init; }

    public bool ContradictsOwnEarlierClaim { get; init; }

    /// <summary>In years.</summary>
    public int Tolerance { get; init; } = 1;
}

/// <summary>Another rule of a tactic matched M, from S towards L.</summary>
internal sealed record TacticCondition(Tactic Tactic, string? Subtype) : Condition;

/// <summary>M has a cue of a discourse role.</summary>
internal sealed record RoleCondition(DiscourseRole Role) : Condition;

/// <summary>The platform gave M a tag.</summary>
internal sealed record TagCondition(MessageTags Tag) : Condition;

/// <summary>Who the speaker (or the listener) is; what is null is not asked.</summary>
internal sealed record ParticipantCondition(bool OfSpeaker) : Condition
{
    public ImmutableArray<AgeBand>? Ages { get; init; }

    public ImmutableArray<AgeProvenance>? Provenances { get; init; }

    public ImmutableArray<string>? Roles { get; init; }

    public bool? Initiator { get; init; }
}

/// <summary>S is at least so many years older than L by the nearest edges of their bands.</summary>
internal sealed record AgeGapCondition(int AtLeastYears) : Condition;

/// <summary>M is among the first messages, and within the first time, of the conversation.</summary>
internal sealed record FirstContactCondition(int? Messages, TimeSpan? Time) : Condition;

/// <summary>The time of M lies in a span of the day (over midnight when it ends before it begins), at an offset from UTC.</summary>
internal sealed record TimeOfDayCondition(TimeOnly From, TimeOnly To, TimeSpan Offset) : Condition;

internal sealed record AllCondition(ImmutableArray<Condition> Of) : Condition;

internal sealed record AnyCondition(ImmutableArray<Condition> Of) : Condition;

internal sealed record NotCondition(Condition Of) : Condition;

internal sealed record AtLeastCondition(int Count, ImmutableArray<Condition> Of) : Condition;

/// <summary>So many messages matched within the window, M among them.</summary>
internal sealed record CountCondition(HistoryTerm Of, int AtLeast, Window Within) : Condition;

/// <summary>So many different terms matched within the window, one of them in M.</summary>
internal sealed record DistinctCondition(ImmutableArray<HistoryTerm> Of, int AtLeast, Window Within) : Condition;

/// <summary>Every term matched within the window, in any order, one of them in M.</summary>
internal sealed record NearCondition(ImmutableArray<HistoryTerm> Of, Window Within) : Condition;

/// <summary>The steps matched in order, each in a later message than the one before, the last in M.</summary>
internal sealed record SequenceCondition(ImmutableArray<HistoryTerm> Steps, Window Within) : Condition
{
    public HistoryTerm? Unless { get; init; }
}

/// <summary>One condition about a single message (cue, number, tactic, role or tag), and whose message it is.</summary>
/// <param name="Of">The condition.</param>
/// <param name="By">Whose message, seen from the rule's speaker and listener.</param>
/// <param name="Key">A canonical text of the condition with full names and the rule's roles (not of <paramref name="By"/>): equal keys are one event of the history, across rules and reloads.</param>
internal sealed record HistoryTerm(Condition Of, Party By, string Key)
{
    /// <summary>The stable hash of <see cref="Key"/>, by which the history knows the term.</summary>
    public uint Hash { get; } = HistoryTerms.Hash(Key);
}

/// <summary>Whose message.</summary>
internal enum Party
{
    Speaker,
    Listener,
    Anyone,
}

/// <summary>How far back; at least one of the two is given, both must hold.</summary>
internal sealed record Window(int? Messages, TimeSpan? Time);
