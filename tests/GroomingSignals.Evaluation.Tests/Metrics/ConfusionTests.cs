using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class ConfusionTests
{
    [Fact]
    public void The_winner_of_PAN_2012_has_its_published_measure()
    {
        // Villatoro-Tello et al., PAN-2012: published P .9804, R .7874, F0.5 .9346, which are 200 of 204 alerts and 254 cases.
        Confusion counts = new(200, 4, 218_000, 54);
        counts.Precision.Should().BeApproximately(0.9804, 5e-5);
        counts.Recall.Should().BeApproximately(0.7874, 5e-5);
        counts.F(0.5).Should().BeApproximately(0.9346, 5e-5);
    }

    [Fact]
    public void F_measures_by_hand()
    {
        // P = 3/4, R = 3/5: F1 = 2 * .45 / 1.35, F2 = 5 * .45 / (4 * .75 + .6), F0.5 = 1.25 * .45 / (.25 * .75 + .6).
        Confusion counts = new(3, 1, 10, 2);
        counts.F(1).Should().BeApproximately(0.9 / 1.35, 1e-12);
        counts.F(2).Should().BeApproximately(2.25 / 3.6, 1e-12);
        counts.F(0.5).Should().BeApproximately(0.5625 / 0.7875, 1e-12);
        counts.FalsePositiveRate.Should().BeApproximately(1 / 11.0, 1e-12);
        counts.FalseNegativeRate.Should().BeApproximately(0.4, 1e-12);
    }

    [Fact]
    public void What_is_undefined_is_null_and_nothing_found_is_zero()
    {
        new Confusion(0, 0, 5, 0).Precision.Should().BeNull();
        new Confusion(0, 0, 5, 0).Recall.Should().BeNull();
        new Confusion(0, 0, 5, 0).F(1).Should().BeNull();
        new Confusion(0, 0, 0, 5).FalsePositiveRate.Should().BeNull();
        new Confusion(0, 0, 0, 5).F(1).Should().Be(0);
    }

    [Fact]
    public void A_score_at_the_threshold_is_an_alert() =>
        Confusion.At([0.2, 0.5, 0.5, 0.9], [true, true, false, false], 0.5).Should().Be(new Confusion(1, 2, 0, 1));

    [Fact]
    public void Each_score_needs_its_label() =>
        FluentActions.Invoking(() => Confusion.At([0.2, 0.5], [true], 0.5)).Should().Throw<ArgumentException>().WithMessage("There are 2 scores and 1 labels*");
}
