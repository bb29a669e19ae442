namespace GroomingSignals.RulePacks.Testing;

/// <summary>The stable ids of what only a file of tests can get wrong. What any file can get wrong has the ids of <see cref="DiagnosticIds"/>.</summary>
internal static class TestDiagnosticIds
{
    /// <summary>A name that no participant has.</summary>
    public const string UnknownParticipant = "GSR1001";

    /// <summary>A participant that is listed twice.</summary>
    public const string RepeatedParticipant = "GSR1002";

    /// <summary>No two participants between whom a match could be expected.</summary>
    public const string NoPair = "GSR1003";

    /// <summary>A message id that an earlier message of the test has.</summary>
    public const string RepeatedMessage = "GSR1004";

    /// <summary>A kind of test that does not go with what is expected.</summary>
    public const string KindAndExpectation = "GSR1005";

    /// <summary>An assertion that can never hold, or that nothing is left to be said of.</summary>
    public const string ImpossibleAssertion = "GSR1006";
}
