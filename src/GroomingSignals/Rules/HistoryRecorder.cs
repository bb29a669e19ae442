using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Rules;

/// <summary>Records what the history conditions of later messages will ask for, and nothing else.</summary>
internal sealed class HistoryRecorder(RuleIndex index)
{
    /// <summary>Records the terms that a message matches by itself, whoever listens.</summary>
    public void Record(RuleEvaluator evaluator, MessageSignals signals, MessageTags tags, int speaker, in MessageContext context)
    {
        if (index.Terms.Length == 0)
        {
            return;
        }

        evaluator.Pair(new PartyFacts(speaker, default, default, null, false), new PartyFacts(speaker, default, default, null, false));
        var now = evaluator.History.Now;
        foreach (ref readonly var hit in signals.Hits)
        {
            foreach (int term in index.TermsOfCue(hit.Cue))
            {
                RecordTerm(evaluator, now, term, speaker, context);
            }
        }

        for (int bits = (int)tags; bits != 0; bits &= bits - 1)
        {
            foreach (int term in index.TermsOfTag((MessageTags)(bits & -bits)))
            {
                RecordTerm(evaluator, now, term, speaker, context);
            }
        }
    }

    private void RecordTerm(RuleEvaluator evaluator, List<HistoryEvent> now, int termIndex, int speaker, in MessageContext context)
    {
        var term = index.Terms[termIndex];
        foreach (var item in now)
        {
            if (item.Term == term.Hash)
            {
                return;
            }
        }

        evaluator.Match.Clear();
        if (evaluator.Evaluate(term.Of, term.Roles) == Truth.True)
        {
            now.Add(new HistoryEvent(term.Hash, context.Ordinal, context.Time, speaker, ulong.MaxValue));
        }
    }

    /// <summary>Records the terms that ask for the tactic of a rule that matched.</summary>
    public void RecordTactic(List<HistoryEvent> now, Rule rule, int speaker, int listener, in MessageContext context)
    {
        foreach (var term in index.TermsOfTactic(rule.Tactic))
        {
            if (term.Of is not TacticCondition tactic || (tactic.Subtype is { } subtype && !string.Equals(subtype, rule.Subtype, StringComparison.Ordinal)))
            {
                continue;
            }

            int known = now.FindIndex(e => e.Term == term.Hash);
            if (known < 0)
            {
                now.Add(new HistoryEvent(term.Hash, context.Ordinal, context.Time, speaker, 1UL << listener));
            }
            else
            {
                now[known] = now[known] with { Towards = now[known].Towards | (1UL << listener) };
            }
        }
    }

    /// <summary>Moves the events of a message into the ring.</summary>
    /// <returns>How many events had to make room while a rule could still have used them.</returns>
    public int Remember(EventHistory history, List<HistoryEvent> now, int ordinal, long? time)
    {
        int lost = 0;
        foreach (var item in now)
        {
            if (history.Add(item) is { } evicted && index.TermOf(evicted.Term) is { } term
                && (ordinal - evicted.Ordinal < term.Messages || (time is { } at && evicted.Time is { } then && at - then < term.Time)))
            {
                lost++;
            }
        }

        now.Clear();
        return lost;
    }
}
