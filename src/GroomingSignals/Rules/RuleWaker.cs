using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Rules;

/// <summary>Finds the rules that a message wakes, one bit each: all others need not be tried.</summary>
internal sealed class RuleWaker(RuleIndex index)
{
    /// <summary>Sets the bits of the rules that the matches and tags wake.</summary>
    public void Wake(Span<ulong> candidates, MessageSignals signals, MessageTags tags)
    {
        foreach (ref readonly var hit in signals.Hits)
        {
            foreach (int rule in index.RulesOfCue(hit.Cue))
            {
                candidates[rule >> 6] |= 1UL << rule;
            }
        }

        for (int bits = (int)tags; bits != 0; bits &= bits - 1)
        {
            foreach (int rule in index.RulesOfTag((MessageTags)(bits & -bits)))
            {
                candidates[rule >> 6] |= 1UL << rule;
            }
        }
    }

    /// <summary>Sets the bits of later rules that ask for the tactic of one that matched.</summary>
    public void WakeTactic(Span<ulong> woken, Rule rule, int ruleIndex)
    {
        foreach (int other in index.RulesOfTactic(rule.Tactic))
        {
            if (other > ruleIndex)
            {
                woken[other >> 6] |= 1UL << other;
            }
        }
    }
}
