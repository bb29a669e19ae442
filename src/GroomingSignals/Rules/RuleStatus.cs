namespace GroomingSignals.Rules;

/// <summary>How far a rule has come.</summary>
internal enum RuleStatus
{
    Experimental,
    Test,
    Stable,
    Deprecated,
}
