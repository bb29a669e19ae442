using GroomingSignals.Tracking;

namespace GroomingSignals.Tests.Tracking;

public sealed class DecayTests
{
    [Theory]
    [InlineData(0, 1_000_000)]
    [InlineData(1, 500_000)]
    [InlineData(2, 250_000)]
    [InlineData(10, 976)]
    [InlineData(40, 0)]
    public void Halves_every_half_life(int halfLives, int expected) =>
        Decay.Left(1_000_000, halfLives * 3_600_000L, 3600).Should().Be(expected);

    [Fact]
    public void Agrees_with_the_exponential_to_one_step_of_the_table()
    {
        for (int minute = 0; minute < 600; minute++)
        {
            double exact = 1_000_000 * Math.Pow(2, -minute / 60.0);
            int left = Decay.Left(1_000_000, minute * 60_000L, 3600);
            left.Should().BeInRange((int)(exact - 1), (int)(exact * Math.Pow(2, 1 / 64.0)) + 1, "minute {0}", minute);
        }
    }

    [Fact]
    public void Never_rises_with_time()
    {
        int last = int.MaxValue;
        for (long time = 0; time < 200_000_000; time += 99_991)
        {
            int left = Decay.Left(2_400_000, time, 604_800 / 100);
            left.Should().BeLessThanOrEqualTo(last);
            last = left;
        }
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    public void Time_that_does_not_pass_takes_nothing(long milliseconds) =>
        Decay.Left(1_400_000, milliseconds, 60).Should().Be(1_400_000);

    [Fact]
    public void Nothing_decays_without_a_half_life() => Decay.Left(1_400_000, long.MaxValue, null).Should().Be(1_400_000);

    [Fact]
    public void The_longest_times_do_not_overflow() => Decay.Left(int.MaxValue, long.MaxValue, 1).Should().Be(0);
}
