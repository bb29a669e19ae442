namespace GroomingSignals.RulePacks;

/// <content>Files of tests.</content>
internal static partial class DiagnosticIds
{
    /// <summary>A name that no participant of a test has.</summary>
    public const string UnknownParticipant = "GSR1001";

    /// <summary>A participant of a test that is listed twice.</summary>
    public const string RepeatedParticipant = "GSR1002";

    /// <summary>A test without two participants between whom a match could be expected.</summary>
    public const string NoPair = "GSR1003";

    /// <summary>A message id that an earlier message of the test has.</summary>
    public const string RepeatedMessage = "GSR1004";

    /// <summary>A kind of test that does not go with what it expects.</summary>
    public const string KindAndExpectation = "GSR1005";

    /// <summary>An assertion that can never hold, or of which nothing is left to be said.</summary>
    public const string ImpossibleAssertion = "GSR1006";
}
