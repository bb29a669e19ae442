using CsCheck;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Tests.Scoring.Classifier;

public sealed class CalibratorTests
{
    private static readonly IsotonicCalibrator Steps = new([-1, 0, 2], [0, 0.25, 1]);

    [Theory]
    [InlineData(-9, 1e-6)]
    [InlineData(-1, 1e-6)]
    [InlineData(-0.5, 0.125)]
    [InlineData(0, 0.25)]
    [InlineData(1, 0.625)]
    [InlineData(2, 1 - 1e-6)]
    [InlineData(9, 1 - 1e-6)]
    public void An_isotonic_calibrator_goes_from_knot_to_knot_and_never_says_never(double score, double probability) =>
        Steps.Probability(score).Should().BeApproximately(probability, 1e-12);

    [Fact]
    public void Platt_is_the_logistic_function_of_a_line() =>
        new PlattCalibrator(2, -1).Probability(0.75).Should().BeApproximately(1 / (1 + Math.Exp(-0.5)), 1e-12);

    [Fact]
    public void A_higher_score_never_has_a_lower_probability() =>
        Gen.Select(Gen.Double[-50, 50], Gen.Double[0, 10]).Sample((score, more) =>
        {
            foreach (var calibrator in new Calibrator[] { Steps, new PlattCalibrator(1.3, -0.4) })
            {
                calibrator.Probability(score + more).Should().BeGreaterThanOrEqualTo(calibrator.Probability(score));
            }
        });

    [Fact]
    public void What_falls_or_is_not_finite_has_a_fault()
    {
        Steps.Fault().Should().BeNull();
        new PlattCalibrator(1, 0).Fault().Should().BeNull();
        new PlattCalibrator(-1, 0).Fault().Should().NotBeNull();
        new PlattCalibrator(1, double.NaN).Fault().Should().NotBeNull();
        new IsotonicCalibrator([0, 0], [0.1, 0.2]).Fault().Should().NotBeNull();
        new IsotonicCalibrator([0, 1], [0.3, 0.2]).Fault().Should().NotBeNull();
        new IsotonicCalibrator([0, 1], [0.3, 1.2]).Fault().Should().NotBeNull();
        new IsotonicCalibrator([0, 1], [0.3]).Fault().Should().NotBeNull();
        new IsotonicCalibrator([], []).Fault().Should().NotBeNull();
    }

    /// <summary>Saerens et al. 2002: a half at even odds becomes the prevalence itself.</summary>
    [Theory]
    [InlineData(0.5, 0.5, 0.01, 0.01)]
    [InlineData(0.9, 0.5, 0.1, 0.5)]
    [InlineData(0.2, 0.2, 0.0001, 0.0001)]
    [InlineData(0.3, 0.2, 0.2, 0.3)]
    public void A_probability_is_carried_to_another_prevalence(double probability, double from, double to, double expected) =>
        PrevalenceShift.Shift(probability, from, to).Should().BeApproximately(expected, 1e-12);

    [Fact]
    public void The_shift_adds_the_difference_of_the_log_odds() =>
        Gen.Select(Gen.Double[0.001, 0.999], Gen.Double[0.001, 0.999], Gen.Double[0.001, 0.999]).Sample((p, from, to) =>
            Logit(PrevalenceShift.Shift(p, from, to)).Should().BeApproximately(Logit(p) + Logit(to) - Logit(from), 1e-9));

    private static double Logit(double p) => Math.Log(p / (1 - p));
}
