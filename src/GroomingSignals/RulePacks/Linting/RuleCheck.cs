using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Linting;

/// <summary>Asks rules that are in use to say what a reviewer needs to know of them.</summary>
internal static class RuleCheck
{
    public static void Run(PackContents pack, Diagnostics diagnostics)
    {
        foreach (var rule in pack.Rules.Where(r => r.Draft.Status != RuleStatus.Deprecated && r.Draft.Mode != RuleMode.Off))
        {
            var draft = rule.Draft;
            if (draft.Rationale.Length == 0)
            {
                diagnostics.Warning(DiagnosticIds.NoRationale, rule.Position, $"Rule {draft.Id} does not say why it says something: add 'rationale'.");
            }

            if (draft.FalsePositives.IsEmpty)
            {
                diagnostics.Warning(
                    DiagnosticIds.NoFalsePositives, rule.Position, $"Rule {draft.Id} does not say where it may be wrong: add 'falsePositives'.");
            }

            if (draft.References.IsEmpty)
            {
                diagnostics.Warning(DiagnosticIds.NoReferences, rule.Position, $"Rule {draft.Id} names no source: add 'references'.");
            }

            if (draft.Explain.Length == 0)
            {
                diagnostics.Warning(DiagnosticIds.NoExplanation, rule.Position, $"Rule {draft.Id} has no sentence for its evidence: add 'explain'.");
            }
        }
    }
}
