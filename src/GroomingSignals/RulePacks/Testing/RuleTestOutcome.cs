namespace GroomingSignals.RulePacks.Testing;

/// <summary>How a test went.</summary>
internal enum RuleTestOutcome
{
    Pass,
    Fail,

    /// <summary>Known not to hold yet.</summary>
    Todo,
}
