using CsCheck;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class CalibrationMetricsTests
{
    [Fact]
    public void The_Brier_score_of_scikit_learns_example() =>
        // scikit-learn, brier_score_loss: .037 (printed with three digits); by hand (.01 + .01 + .04 + .09) / 4.
        CalibrationMetrics.Brier([0.1, 0.9, 0.8, 0.3], [false, true, true, false]).Should().BeApproximately(0.0375, 1e-15);

    [Fact]
    public void The_calibration_error_by_hand()
    {
        // Two bins of two: promised .15, came 0; promised .8, came .5. Error (2 * .15 + 2 * .3) / 4.
        CalibrationMetrics.ExpectedCalibrationError([0.9, 0.1, 0.2, 0.7], [true, false, false, false], 2).Should().BeApproximately(0.225, 1e-15);
        CalibrationMetrics.ReliabilityCurve([0.9, 0.1, 0.2, 0.7], [true, false, false, false], 2).Should().BeEquivalentTo(
            [new { Count = 2, Predicted = 0.15, Observed = 0.0 }, new { Count = 2, Predicted = 0.8, Observed = 0.5 }], o => o.Using<double>(c => c.Subject.Should().BeApproximately(c.Expectation, 1e-12)).WhenTypeIs<double>());
    }

    [Fact]
    public void Equal_probabilities_share_a_bin_so_that_the_order_of_rows_changes_nothing() =>
        Gen.Select(Gen.Int[0, 5], Gen.Bool).Array[1, 50].Sample(rows =>
        {
            double[] p = [.. rows.Select(r => r.Item1 / 5.0)];
            bool[] y = [.. rows.Select(r => r.Item2)];
            double error = CalibrationMetrics.ExpectedCalibrationError(p, y)!.Value;
            CalibrationMetrics.ExpectedCalibrationError([.. p.Reverse()], [.. y.Reverse()]).Should().BeApproximately(error, 1e-12);
            CalibrationMetrics.ReliabilityCurve(p, y).Sum(b => b.Count).Should().Be(rows.Length);
            error.Should().BeInRange(0, 1);
        });

    [Fact]
    public void Distinct_probabilities_fill_bins_of_equal_mass()
    {
        double[] p = [.. Enumerable.Range(0, 150).Select(i => i / 150.0)];
        CalibrationMetrics.ReliabilityCurve(p, new bool[150]).Should().HaveCount(15).And.OnlyContain(b => b.Count == 10);
    }

    [Fact]
    public void Probabilities_that_come_true_have_no_error() =>
        CalibrationMetrics.ExpectedCalibrationError([0, 0, 1, 1], [false, false, true, true]).Should().Be(0);

    [Fact]
    public void Nothing_has_no_figure()
    {
        CalibrationMetrics.Brier([], []).Should().BeNull();
        CalibrationMetrics.ExpectedCalibrationError([], []).Should().BeNull();
        CalibrationMetrics.ReliabilityCurve([], []).Should().BeEmpty();
    }

    [Theory]
    [InlineData(1.1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double p) =>
        FluentActions.Invoking(() => CalibrationMetrics.Brier([p], [true])).Should().Throw<ArgumentException>().WithMessage("Probability 0 *");
}
