namespace GroomingSignals.Rules;

/// <summary>Where a rule stands in lists, nothing else.</summary>
internal enum RulePriority
{
    Low,
    Medium,
    High,
    Critical,
}
