using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Rules;

/// <summary>Evaluates the conditions of a rule one by one, those that the evaluator would pass over included, and says what decided each.</summary>
internal sealed class ConditionTracer(Rule rule, CueSet cues, RuleEvaluator evaluator, MessageSignals signals, PartyFacts speaker, PartyFacts listener)
{
    private readonly int _roles = HistoryTerms.RoleBits(rule);

    public ConditionTrace Trace()
    {
        var parts = new List<Condition>();
        if (rule.Speaker is { } speakerCondition)
        {
            parts.Add(speakerCondition);
        }

        if (rule.Listener is { } listenerCondition)
        {
            parts.Add(listenerCondition);
        }

        parts.Add(rule.When);
        return Trace(parts.Count == 1 ? rule.When : new AllCondition([.. parts]));
    }

    private ConditionTrace Trace(Condition condition)
    {
        evaluator.Match.Clear();
        var outcome = (ConditionOutcome)evaluator.Evaluate(condition, _roles);
        ImmutableArray<TextSpan> spans = [.. evaluator.Match.Ordered()];
        var terms = Terms(condition);
        var parts = terms.IsEmpty
            ? ConditionText.Parts(condition).Select(Trace)
            : terms.Select(t => Trace(t.Of) with { Detail = Seen(t) });
        bool leaf = condition is CueCondition or NumberCondition;
        if (leaf && spans.IsEmpty)
        {
            spans = [.. Hits(condition).Select(h => new TextSpan(h.Start, h.End)).Distinct()];
        }

        return new ConditionTrace(
            ConditionText.Head(condition, cues), outcome, Detail(condition, outcome), leaf || condition is RoleCondition ? spans : [], [.. parts]);
    }

    /// <summary>Where a term of a history condition holds: in this message, and how far back before it.</summary>
    private string Seen(HistoryTerm term)
    {
        string here = evaluator.History.Now.Exists(e => e.Term == term.Hash) ? "in this message" : "not in this message";
        return evaluator.History.LastSeen(term) switch
        {
            null => $"{here}, in none before it",
            1 => $"{here}, in the message before it",
            { } ago => string.Create(CultureInfo.InvariantCulture, $"{here}, in one {ago} messages before it"),
        };
    }

    private static ImmutableArray<HistoryTerm> Terms(Condition condition) => condition switch
    {
        CountCondition c => [c.Of],
        DistinctCondition d => d.Of,
        NearCondition n => n.Of,
        SequenceCondition s => s.Steps,
        _ => [],
    };

    private string? Detail(Condition condition, ConditionOutcome outcome)
    {
        string? detail = condition switch
        {
            CueCondition or NumberCondition when outcome == ConditionOutcome.False => KeptOut(condition),
            NumberCondition when outcome == ConditionOutcome.Unknown => "the declared age of the speaker is unknown",
            ParticipantCondition p => Person(p.OfSpeaker ? "speaker" : "listener", p.OfSpeaker ? speaker : listener),
            AgeGapCondition => $"{Person("speaker", speaker)}; {Person("listener", listener)}",
            FirstContactCondition or TimeOfDayCondition when outcome == ConditionOutcome.Unknown => "the time of the message is unknown",
            CountCondition or DistinctCondition or NearCondition or SequenceCondition when outcome == ConditionOutcome.Unknown => "times are missing",
            _ => null,
        };
        return outcome == ConditionOutcome.Unknown && ConditionText.Parts(condition).IsEmpty
            ? $"{detail}; counts as {(rule.UnknownIsMatch ? "a match" : "no match")}"
            : detail;
    }

    private static string Person(string who, in PartyFacts facts) => facts.Age == AgeBand.Unknown
        ? $"the age of the {who} is unknown"
        : $"the {who} is {AgeBands.Name(facts.Age)} ({AgeBands.Name(facts.Provenance)})";

    /// <summary>Why matches that are there do not count; null when there are none.</summary>
    private string? KeptOut(Condition condition)
    {
        var hits = Hits(condition);
        if (hits.Count == 0)
        {
            return "not found";
        }

        string[] roles = [.. hits.Where(h => (_roles >> (int)h.Role & 1) == 0).Select(h => h.Role.ToString().ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        string wanted = string.Join(" or ", rule.Roles.Select(r => r.ToString().ToLowerInvariant()));
        string found = string.Create(CultureInfo.InvariantCulture, $"{hits.Count} found, but ");
        return roles.Length > 0 ? $"{found}{string.Join(" and ", roles)}, not {wanted}"
            : condition is NumberCondition ? $"{found}the number is not one that the rule asks for"
            : $"{found}what must be near is not, or what must not be near is";
    }

    private List<CueHit> Hits(Condition condition)
    {
        int cue = condition switch
        {
            CueCondition c => c.Cue,
            NumberCondition n => n.Cue,
            _ => -1,
        };
        var hits = new List<CueHit>();
        foreach (ref readonly var hit in signals.Hits)
        {
            if (hit.Cue == cue)
            {
                hits.Add(hit);
            }
        }

        return hits;
    }
}
