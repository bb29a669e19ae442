using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class SummaryRendererTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void The_summary_is_as_checked_in(int width)
    {
        var run = new RunSummary { Errors = 2 };
        run.Count(Samples.Urgent, 4, written: true);
        run.Count(Samples.Urgent with { Severity = Severity.Low }, 1_200, written: false);
        run.Count(Samples.Quiet, 0, written: false);
        GoldenFile.ShouldMatch(Plain.Text(SummaryRenderer.Render(run, Samples.Versions, width)), $"summary-{width}");
    }

    [Fact]
    public void Nothing_read_is_a_summary_too()
    {
        string text = Plain.Text(SummaryRenderer.Render(new RunSummary(), null, 80));
        text.Should().Contain("0 conversations, 0 messages, no errors").And.NotContain("TACTIC");
    }

    [Fact]
    public void The_highest_severity_of_the_run_is_kept()
    {
        var run = new RunSummary();
        run.Count(Samples.Urgent, 4, written: true);
        run.Count(Samples.Quiet, 0, written: true);
        run.Highest.Should().Be(Severity.Urgent);
    }
}
