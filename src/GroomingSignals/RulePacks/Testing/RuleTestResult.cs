namespace GroomingSignals.RulePacks.Testing;

/// <summary>How one run of a test went.</summary>
/// <param name="Test">The test.</param>
/// <param name="Run">Which run: <c>plain</c>, the name of a variant, or <c>duplicate</c>.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Reason">Why, when it did not pass; without message text.</param>
internal sealed record RuleTestResult(RuleTest Test, string Run, RuleTestOutcome Outcome, string Reason);
