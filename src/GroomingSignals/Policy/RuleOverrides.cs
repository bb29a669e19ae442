using System.Collections.Immutable;
using GroomingSignals.Rules;

namespace GroomingSignals.Policy;

/// <summary>Applies the overrides of a policy to rules.</summary>
internal static class RuleOverrides
{
    /// <summary>The rules that run, in the order given.</summary>
    /// <param name="rules">The rules of the packs.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="today">The day by UTC, with which expiry dates are compared.</param>
    /// <param name="expired">Receives the ids of rules whose override has expired.</param>
    public static ImmutableArray<Rule> Apply(
        ImmutableArray<Rule> rules, RiskPolicy policy, DateOnly today, out ImmutableArray<string> expired)
    {
        expired = [.. policy.Overrides.Where(o => o.Expires <= today).Select(o => o.RuleId).Order(StringComparer.Ordinal)];
        var active = policy.Overrides.Where(o => !(o.Expires <= today)).ToDictionary(o => o.RuleId, StringComparer.Ordinal);
        return [.. rules.Select(rule => active.TryGetValue(rule.Id, out var change) ? Change(rule, change) : rule).Where(r => r.Mode != RuleMode.Off)];
    }

    private static Rule Change(Rule rule, RuleOverride change)
    {
        int logOdds = change.LogOdds ?? rule.Score.LogOdds;
        return rule with
        {
            Mode = change.Mode ?? rule.Mode,
            Score = rule.Score with { LogOdds = logOdds, Cap = Math.Max(rule.Score.Cap, logOdds) },
        };
    }
}
