using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Rules;

/// <summary>Says what a bound condition asks for, close to how the rule language writes it: for <c>rules show</c> and <c>rules explain</c>.</summary>
internal static class ConditionText
{
    /// <summary>The condition on one line; the parts of <c>all</c>, <c>any</c>, <c>not</c> and <c>atLeast</c> are left to <see cref="Parts"/>.</summary>
    public static string Head(Condition condition, CueSet cues) => condition switch
    {
        CueCondition c => $"{Kind(c.Cue, cues)}{Near("near", c.Near, cues)}{Near("not near", c.NotNear, cues)}",
        NumberCondition n => $"{Kind(n.Cue, cues)}{Between(n)}{Contradicts(n)}",
        TacticCondition t => t.Subtype is null ? $"tactic {Taxonomy.Id(t.Tactic)}" : $"tactic {Taxonomy.Id(t.Tactic)}/{t.Subtype}",
        RoleCondition r => $"role {Name(r.Role)}",
        TagCondition t => $"tag {string.Join(' ', MessageTagNames.Of(t.Tag))}",
        ParticipantCondition p => Participant(p),
        AgeGapCondition g => Invariant($"age gap of at least {g.AtLeastYears} years"),
        FirstContactCondition f => $"first contact{Bounds(f.Messages, f.Time)}",
        TimeOfDayCondition t => Invariant($"time of day {t.From:HH:mm} to {t.To:HH:mm} at {Offset(t.Offset)}"),
        AllCondition => "all of",
        AnyCondition => "any of",
        NotCondition => "not",
        AtLeastCondition a => Invariant($"at least {a.Count} of"),
        CountCondition c => Invariant($"at least {c.AtLeast} messages with {Term(c.Of, cues)}{Within(c.Within)}"),
        DistinctCondition d => Invariant($"at least {d.AtLeast} different of [{Terms(d.Of, cues)}]{Within(d.Within)}"),
        NearCondition n => $"all near each other [{Terms(n.Of, cues)}]{Within(n.Within)}",
        SequenceCondition s => $"in this order [{Terms(s.Steps, cues)}]{Within(s.Within)}{(s.Unless is null ? "" : $" unless {Term(s.Unless, cues)}")}",
        _ => condition.GetType().Name,
    };

    /// <summary>The conditions that a condition is made of, those about the same message only.</summary>
    public static ImmutableArray<Condition> Parts(Condition condition) => condition switch
    {
        AllCondition a => a.Of,
        AnyCondition a => a.Of,
        NotCondition n => [n.Of],
        AtLeastCondition a => a.Of,
        _ => [],
    };

    private static string Kind(int cue, CueSet cues) => cues.Cues[cue] switch
    {
        LexiconCue l => $"lexicon {l.Name}",
        PatternCue p => $"pattern {p.Name}",
        var other => $"number {other.Name}",
    };

    private static string Near(string word, Proximity? near, CueSet cues) => near switch
    {
        null => "",
        { Tokens: { } tokens } => Invariant($", {word} {cues.Cues[near.Cue].Name} (within {tokens} tokens)"),
        _ => $", {word} {cues.Cues[near.Cue].Name} (anywhere in the message)",
    };

    private static string Between(NumberCondition n) => n.Between is { } b ? Invariant($" between {b.From} and {b.To}") : "";

    private static string Contradicts(NumberCondition n)
    {
        string what = string.Join(" or ", new[]
        {
            n.ContradictsDeclaredBand ? "declared-band" : null,
            n.ContradictsOwnEarlierClaim ? "own-earlier-claim" : null,
        }.Where(w => w is not null));
        return what.Length == 0 ? "" : Invariant($" that contradicts {what} by more than {n.Tolerance}");
    }

    private static string Participant(ParticipantCondition p)
    {
        var asked = new List<string>();
        if (p.Ages is { } ages)
        {
            asked.Add($"age {string.Join('|', ages.Select(AgeBands.Name))}");
        }

        if (p.Provenances is { } provenances)
        {
            asked.Add($"provenance {string.Join('|', provenances.Select(AgeBands.Name))}");
        }

        if (p.Roles is { } roles)
        {
            asked.Add($"role {string.Join('|', roles)}");
        }

        if (p.Initiator is { } initiator)
        {
            asked.Add(initiator ? "sent the first message" : "did not send the first message");
        }

        return $"{(p.OfSpeaker ? "speaker" : "listener")} {string.Join(", ", asked)}";
    }

    private static string Terms(ImmutableArray<HistoryTerm> terms, CueSet cues) => string.Join("; ", terms.Select(t => Term(t, cues)));

    private static string Term(HistoryTerm term, CueSet cues) => term.By switch
    {
        Party.Listener => Head(term.Of, cues) + " by listener",
        Party.Anyone => Head(term.Of, cues) + " by anyone",
        _ => Head(term.Of, cues),
    };

    private static string Within(Window window) => Bounds(window.Messages, window.Time);

    private static string Bounds(int? messages, TimeSpan? time)
    {
        string bounds = string.Join(" and ", new[]
        {
            messages is { } m ? Invariant($"{m} messages") : null,
            time is { } t ? Duration(t) : null,
        }.Where(b => b is not null));
        return bounds.Length == 0 ? "" : " within " + bounds;
    }

    private static string Duration(TimeSpan time) => time switch
    {
        _ when time.Ticks % TimeSpan.TicksPerDay == 0 => Invariant($"{time.Days}d"),
        _ when time.Ticks % TimeSpan.TicksPerHour == 0 => Invariant($"{(long)time.TotalHours}h"),
        _ => Invariant($"{(long)time.TotalMinutes}m"),
    };

    private static string Offset(TimeSpan offset) =>
        offset == TimeSpan.Zero ? "UTC" : Invariant($"{(offset < TimeSpan.Zero ? '-' : '+')}{offset.Duration():hh\\:mm}");

    private static string Name(DiscourseRole role) => role.ToString().ToLowerInvariant();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
