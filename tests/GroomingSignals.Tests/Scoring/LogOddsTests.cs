using GroomingSignals.Scoring;

namespace GroomingSignals.Tests.Scoring;

public sealed class LogOddsTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-3_000_000, 0.04742587317756678)]
    [InlineData(2_197_225, 0.9000000380)]
    public void Risk_is_the_logistic_of_the_score(int micros, double risk) => LogOdds.ToRisk(micros).Should().BeApproximately(risk, 1e-9);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.6, 405_465)]
    [InlineData(0.85, 1_734_601)]
    [InlineData(0.3, -847_298)]
    public void A_threshold_is_its_logit_to_a_millionth(double risk, int micros) => LogOdds.FromRisk(risk).Should().Be(micros);

    [Theory]
    [InlineData(-3_000_000, "-3")]
    [InlineData(1_400_000, "1.4")]
    [InlineData(1, "0.000001")]
    public void Decimals_are_exact(long micros, string text) =>
        LogOdds.ToDecimal(micros).ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(text);
}
