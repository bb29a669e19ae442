using GroomingSignals.Cli.Rendering;
using GroomingSignals.Evaluation.Comparison;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class ComparisonRendererTests
{
    private static readonly ScoreComparison Comparison = new()
    {
        NameA = "ours.csv",
        NameB = "theirs.csv",
        Positives = 40,
        Negatives = 1_200,
        OnlyInA = [],
        OnlyInB = ["c7", "c8"],
        DifferentLabels = [],
        HasFoldsA = true,
        HasFoldsB = true,
        DifferentFolds = [.. Enumerable.Range(0, 9).Select(i => $"c{i}")],
        Metrics =
        [
            new MetricComparison("average-precision", 0.91, 0.88, 0.03, new Interval(-0.01, 0.07), 0.93),
            new MetricComparison("brier", 0.04, null, null, null, null),
            new MetricComparison("speed", null, null, null, null, null),
        ],
    };

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void The_comparison_is_as_checked_in(int width) => GoldenFile.ShouldMatch(Plain.Text(ComparisonRenderer.Render(Comparison, width)), $"comparison-{width}");
}
