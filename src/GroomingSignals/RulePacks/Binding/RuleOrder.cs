using System.Collections.Immutable;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Binding;

/// <summary>Puts rules into the order in which they are tried: by id, but a rule that asks for a tactic after the rules of that tactic.</summary>
internal static class RuleOrder
{
    /// <summary>The rules in order; those of a circle, each circle a diagnostic, are left out.</summary>
    public static ImmutableArray<RuleDeclaration> Of(IEnumerable<RuleDeclaration> rules, Diagnostics diagnostics)
    {
        RuleDeclaration[] sorted = [.. rules.OrderBy(r => r.Draft.Id, StringComparer.Ordinal)];
        var waits = Array.ConvertAll(sorted, rule => Before(rule, sorted));
        var done = new bool[sorted.Length];
        var order = ImmutableArray.CreateBuilder<RuleDeclaration>(sorted.Length);
        for (int next = Next(waits, done); next >= 0; next = Next(waits, done))
        {
            done[next] = true;
            order.Add(sorted[next]);
        }

        if (order.Count < sorted.Length)
        {
            Report(sorted, waits, done, diagnostics);
        }

        return order.ToImmutable();
    }

    /// <summary>The first by id that waits for nothing any more; -1 when there is none.</summary>
    private static int Next(int[][] waits, bool[] done)
    {
        for (int i = 0; i < waits.Length; i++)
        {
            if (!done[i] && Array.TrueForAll(waits[i], w => done[w]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int[] Before(RuleDeclaration rule, RuleDeclaration[] all)
    {
        TacticCondition[] uses = [.. MessageConditions.In(rule.Draft.When).OfType<TacticCondition>().Distinct()];
        return uses.Length == 0 ? [] : [.. Enumerable.Range(0, all.Length).Where(i => Array.Exists(uses, use => Fits(all[i].Draft, use)))];
    }

    private static bool Fits(Rule rule, TacticCondition use) =>
        rule.Tactic == use.Tactic && (use.Subtype is null || string.Equals(use.Subtype, rule.Subtype, StringComparison.Ordinal));

    /// <summary>Names one circle: from any rule that is left, a way along those left ends in one.</summary>
    private static void Report(RuleDeclaration[] rules, int[][] waits, bool[] done, Diagnostics diagnostics)
    {
        var way = new List<int>();
        int at = Array.IndexOf(done, false);
        while (!way.Contains(at))
        {
            way.Add(at);
            at = waits[at].First(w => !done[w]);
        }

        int[] circle = [.. way.Skip(way.IndexOf(at)), at];
        diagnostics.Error(
            DiagnosticIds.Circle, rules[at].Position,
            $"Rules ask for each other's tactics in a circle: {string.Join(" asks for ", circle.Select(i => rules[i].Draft.Id))}.");
    }
}
