using System.Collections.Immutable;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.Rules;

namespace GroomingSignals.Policy.Loading;

/// <summary>Holds the overrides of a policy against the rules that are loaded.</summary>
internal static class OverrideCheck
{
    public static ImmutableArray<PackDiagnostic> Of(RiskPolicy policy, RuleSet rules)
    {
        var known = rules.Rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var diagnostics = new Diagnostics();
        foreach (var change in policy.Overrides)
        {
            if (!known.TryGetValue(change.RuleId, out var rule))
            {
                diagnostics.Warning(
                    DiagnosticIds.OverrideOfNothing, change.Position,
                    $"No loaded pack has a rule '{change.RuleId}': the override does nothing.{Suggestion.For(change.RuleId, known.Keys)}");
            }
            else if ((change.Mode is null || change.Mode == rule.Mode) && (change.LogOdds is null || change.LogOdds == rule.Score.LogOdds))
            {
                diagnostics.Warning(
                    DiagnosticIds.OverrideOfSame, change.Position, $"The rule '{change.RuleId}' already is what the override says: remove the override.");
            }
        }

        return diagnostics.Sorted();
    }
}
