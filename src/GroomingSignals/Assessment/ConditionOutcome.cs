namespace GroomingSignals.Assessment;

/// <summary>Whether a condition holds; unknown when what it asks for is not known.</summary>
internal enum ConditionOutcome
{
    False = 0,
    Unknown = 1,
    True = 2,
}
