using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class FairnessFigureTests
{
    [Fact]
    public void The_gap_is_the_largest_difference_between_groups_that_have_the_rate()
    {
        FairnessFigure figure = new("language", [new("de", new(8, 1, 9, 2)), new("en", new(5, 3, 7, 5)), new("fr", new(0, 0, 4, 0))]);
        figure.FalsePositiveRateGap.Should().BeApproximately(0.3, 1e-12);
        figure.FalseNegativeRateGap.Should().BeApproximately(0.3, 1e-12, "fr has no cases");
    }

    [Fact]
    public void One_group_has_no_gap() =>
        new FairnessFigure("language", [new("de", new(8, 1, 9, 2))]).FalsePositiveRateGap.Should().BeNull();
}
