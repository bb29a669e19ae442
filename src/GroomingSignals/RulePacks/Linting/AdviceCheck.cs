using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Linting;

/// <summary>Holds advice against the tactics of the rules.</summary>
internal static class AdviceCheck
{
    public static void Run(PackContents pack, Diagnostics diagnostics)
    {
        // Beside the built-in pack its advice answers the same tactic.
        bool isBuiltIn = string.Equals(pack.Id, RulePack.BuiltInId, StringComparison.Ordinal);
        foreach (var rule in pack.Rules
            .Where(r => !pack.Advice.ContainsKey(r.Draft.Tactic) && (isBuiltIn || !RulePack.BuiltIn.Contents.Advice.ContainsKey(r.Draft.Tactic)))
            .DistinctBy(r => r.Draft.Tactic))
        {
            diagnostics.Warning(
                DiagnosticIds.NoAdvice, rule.Position, $"The pack has rules of {Taxonomy.Id(rule.Draft.Tactic)} and no advice on it: add it to 'advice'.");
        }

        var tactics = pack.Rules.Select(r => r.Draft.Tactic).ToHashSet();
        foreach (string id in pack.Advice.Keys.Where(t => !tactics.Contains(t)).Order().Select(t => Taxonomy.Id(t)))
        {
            diagnostics.Warning(
                DiagnosticIds.UnusedAdvice, pack.Names.GetValueOrDefault($"advice {id}", SourcePosition.Whole(pack.Id)),
                $"The pack advises on {id} and has no rule of it.");
        }
    }
}
