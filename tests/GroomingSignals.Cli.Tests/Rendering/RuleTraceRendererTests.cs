using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class RuleTraceRendererTests
{
    private static readonly RuleTrace Trace = new("GS-SEC-001",
    [
        new RuleTraceStep(0, "m1", "ann", "bo", RuleTraceOutcome.NotTried, "no cue of the rule in the message", null),
        new RuleTraceStep(1, "m2", "ann", "bo", RuleTraceOutcome.Matched, null, new ConditionTrace("all of", ConditionOutcome.True, null, [],
        [
            new ConditionTrace("listener age 13-15|16-17", ConditionOutcome.True, "bo is 13-15", [], []),
            new ConditionTrace("lexicon ncmec-en/secrecy.ask", ConditionOutcome.True, null, [new TextSpan(51, 69)], []),
        ])),
        new RuleTraceStep(2, "m3", "bo", "ann", RuleTraceOutcome.NotMatched, null, new ConditionTrace("all of", ConditionOutcome.False, null, [],
        [
            new ConditionTrace("age gap of at least 5 years", ConditionOutcome.Unknown, "the age of bo is unknown; counts as no match", [], []),
            new ConditionTrace("lexicon ncmec-en/secrecy.ask", ConditionOutcome.False, "1 match is quoting, not enacting", [new TextSpan(0, 2)], []),
        ])),
    ]);

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void A_trace_is_as_checked_in(int width)
    {
        Sheet sheet = RuleTraceRenderer.Render(Trace, "Asks to keep the conversation from adults", Samples.Talk, new TableDetail(false, true, true), width);
        GoldenFile.ShouldMatch(Plain.Text(sheet), $"trace-{width}");
    }
}
