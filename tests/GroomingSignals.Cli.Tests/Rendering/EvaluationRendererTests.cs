using GroomingSignals.Cli.Rendering;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class EvaluationRendererTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void The_figures_are_as_checked_in(int width) =>
        GoldenFile.ShouldMatch(Plain.Text(EvaluationRenderer.Render(EvaluationSamples.Result(), width)), $"evaluation-{width}");

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void The_data_check_is_as_checked_in(int width) =>
        GoldenFile.ShouldMatch(Plain.Text(DataCheckRenderer.Render(EvaluationSamples.Check, brokenMessages: 3, errors: 1, width)), $"data-{width}");

    [Fact]
    public void No_data_is_checked_too()
    {
        string text = Plain.Text(DataCheckRenderer.Render(DataCheck.Of([]), 0, 0, 80));
        text.Should().Contain("0 conversations, 0 messages, no errors").And.Contain("warning no-data").And.NotContain("unlabelled").And.NotContain("not-utf-8");
    }

    [Fact]
    public void A_warning_of_the_data_is_not_said_twice()
    {
        string text = Plain.Text(EvaluationRenderer.Render(EvaluationSamples.Result(), 100));
        foreach (DataWarning warning in EvaluationSamples.Check.Warnings)
        {
            text.Should().NotContain($"warning {warning.Id}\n");
        }
    }
}
