using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class FiguresProbabilityTests
{
    [Theory]
    [InlineData(0.25, "0.250")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.000972, "0.00097")]
    [InlineData(9.7e-6, "0.0000097")]
    [InlineData(1e-6, "0.0000010")]
    [InlineData(0.99988, "0.99988")]
    [InlineData(0.9994, "0.99940")]
    [InlineData(1e-30, "0.000000000000000")]
    [InlineData(0, "0.000")]
    [InlineData(1, "1.000")]
    public void A_probability_near_the_ends_has_two_digits_that_say_something(double value, string shown) => Figures.Probability(value).Should().Be(shown);
}
