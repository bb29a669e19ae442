using System.Collections.Immutable;

namespace GroomingSignals.Rules;

/// <summary>Gathers the history terms of rules: equal keys are one term.</summary>
internal static class HistoryTerms
{
    /// <summary>The distinct terms in the order of their first use.</summary>
    public static ImmutableArray<TermDefinition> Of(ImmutableArray<Rule> rules)
    {
        var terms = new Dictionary<string, TermDefinition>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var rule in rules)
        {
            int roles = RoleBits(rule);
            foreach (var (term, window) in In(rule.When))
            {
                int messages = window.Messages ?? (window.Time is null ? int.MaxValue : 0);
                long time = window.Messages is null ? (long)(window.Time?.TotalMilliseconds ?? 0) : 0;
                if (terms.TryGetValue(term.Key, out var known))
                {
                    terms[term.Key] = known with { Messages = Math.Max(known.Messages, messages), Time = Math.Max(known.Time, time) };
                }
                else
                {
                    order.Add(term.Key);
                    terms.Add(term.Key, new TermDefinition(Hash(term.Key), term.Of, roles, messages, time));
                }
            }
        }

        return [.. order.Select(key => terms[key])];
    }

    /// <summary>The hashes of the terms that some condition may begin with. All others are later steps of sequences: of no use before a first step has been seen.</summary>
    public static IReadOnlySet<uint> AskedForFirst(IEnumerable<Rule> rules) => rules.SelectMany(r => FirstIn(r.When)).Select(t => Hash(t.Key)).ToHashSet();

    /// <summary>The roles of a rule, one bit each.</summary>
    public static int RoleBits(Rule rule) => rule.Roles.Aggregate(0, (bits, role) => bits | (1 << (int)role));

    /// <summary>FNV-1a, 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv): equal on every run and machine.</summary>
    public static uint Hash(string key)
    {
        uint hash = 2166136261;
        foreach (char c in key)
        {
            hash = (hash ^ (byte)c) * 16777619;
            hash = (hash ^ (byte)(c >> 8)) * 16777619;
        }

        return hash;
    }

    private static IEnumerable<HistoryTerm> FirstIn(Condition condition) => condition switch
    {
        AllCondition all => all.Of.SelectMany(FirstIn),
        AnyCondition any => any.Of.SelectMany(FirstIn),
        AtLeastCondition atLeast => atLeast.Of.SelectMany(FirstIn),
        NotCondition not => FirstIn(not.Of),
        SequenceCondition sequence => [sequence.Steps[0]],
        _ => In(condition).Select(t => t.Term),
    };

    private static IEnumerable<(HistoryTerm Term, Window Window)> In(Condition condition) => condition switch
    {
        AllCondition all => all.Of.SelectMany(In),
        AnyCondition any => any.Of.SelectMany(In),
        AtLeastCondition atLeast => atLeast.Of.SelectMany(In),
        NotCondition not => In(not.Of),
        CountCondition count => [(count.Of, count.Within)],
        DistinctCondition distinct => distinct.Of.Select(t => (t, distinct.Within)),
        NearCondition near => near.Of.Select(t => (t, near.Within)),
        SequenceCondition sequence => sequence.Steps.Concat(sequence.Unless is { } unless ? [unless] : [])
            .Select(t => (t, sequence.Within)),
        _ => [],
    };
}
