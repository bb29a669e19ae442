namespace GroomingSignals.Assessment;

/// <summary>What became of a rule on one message.</summary>
internal enum RuleTraceOutcome
{
    NotTried = 0,
    NotMatched = 1,
    Matched = 2,
}
