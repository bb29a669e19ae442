using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class BaseRateTests
{
    [Fact]
    public void A_published_precision_means_two_hundred_and_forty_alerts_for_each_case_where_cases_are_rare()
    {
        // Vogt, Leser and Akbik 2021: P .82, R .96. At the 9.8 % prevalence of the data that is an FPR of 2.3 %: pi R (1 - P) / (P (1 - pi)).
        double rate = 0.098 * 0.96 * 0.18 / (0.82 * 0.902);
        rate.Should().BeApproximately(0.023, 5e-4);
        BaseRate.PositivePredictiveValue(0.098, 0.96, rate).Should().BeApproximately(0.82, 1e-12);
        BaseRate.AlertsPerTrueCase(0.0001, 0.96, rate).Should().BeApproximately(240, 2);
    }

    [Fact]
    public void Alerts_per_million_by_hand()
    {
        // 100 cases, half of them found, and 999,900 negatives, one of a thousand alerted.
        BaseRate.AlertsPerMillion(0.0001, 0.5, 0.001).Should().BeApproximately(50 + 999.9, 1e-9);
        BaseRate.AlertsPerTrueCase(0.0001, 0.5, 0.001).Should().BeApproximately(1049.9 / 50, 1e-9);
    }

    [Fact]
    public void Without_alerts_nothing_is_right_or_wrong()
    {
        BaseRate.PositivePredictiveValue(0.1, 0, 0).Should().BeNull();
        BaseRate.AlertsPerTrueCase(0.1, 0, 0.5).Should().BeNull();
    }

    [Theory]
    [InlineData(0, 0.5, 0.5)]
    [InlineData(1, 0.5, 0.5)]
    [InlineData(0.1, 1.5, 0.5)]
    [InlineData(0.1, 0.5, -0.1)]
    [InlineData(double.NaN, 0.5, 0.1)]
    public void What_is_no_share_is_refused(double prevalence, double recall, double rate) =>
        FluentActions.Invoking(() => BaseRate.AlertsPerMillion(prevalence, recall, rate)).Should().Throw<ArgumentOutOfRangeException>();
}
