using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.Policy;

/// <summary>A change of one rule, apart from its pack.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Mode">The mode instead of the rule's; null to keep it.</param>
/// <param name="LogOdds">What the first match adds instead, in millionths; null to keep it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">The first day (UTC) on which it no longer applies; null when it stays.</param>
internal sealed record RuleOverride(string RuleId, RuleMode? Mode, int? LogOdds, string Reason, DateOnly? Expires)
{
    /// <summary>Where the policy names the rule.</summary>
    public SourcePosition Position { get; init; }
}
