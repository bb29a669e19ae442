using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class ClopperPearsonTests
{
    // What binom.test of R says.
    [Theory]
    [InlineData(0, 10, 0, 0.3084971)]
    [InlineData(1, 10, 0.0025286, 0.4450161)]
    [InlineData(50, 100, 0.3983211, 0.6016789)]
    [InlineData(100, 100, 0.9637833, 1)]
    public void Known_intervals_are_met(long hits, long all, double lower, double upper)
    {
        Interval interval = ClopperPearson.Of(hits, all)!;
        interval.Lower.Should().BeApproximately(lower, 1e-7);
        interval.Upper.Should().BeApproximately(upper, 1e-7);
    }

    [Fact]
    public void At_each_end_the_binomial_tail_beyond_what_was_seen_is_a_fortieth()
    {
        for (int all = 1; all <= 40; all++)
        {
            for (int hits = 0; hits <= all; hits++)
            {
                Interval interval = ClopperPearson.Of(hits, all)!;
                if (hits > 0)
                {
                    Binomial(all, interval.Lower, hits, all).Should().BeApproximately(0.025, 1e-9);
                }

                if (hits < all)
                {
                    Binomial(all, interval.Upper, 0, hits).Should().BeApproximately(0.025, 1e-9);
                }
            }
        }
    }

    [Theory]
    [InlineData(1_000_000, 300)]
    [InlineData(1_000_000, 500_000)]
    [InlineData(10_000_000, 9_999_000)]
    public void Where_counts_are_large_it_is_near_the_normal_one(long all, long hits)
    {
        double share = (double)hits / all;
        double half = 1.959964 * Math.Sqrt(share * (1 - share) / all);
        Interval interval = ClopperPearson.Of(hits, all)!;
        interval.Lower.Should().BeApproximately(share - half, half * 0.1);
        interval.Upper.Should().BeApproximately(share + half, half * 0.1);
    }

    [Fact]
    public void Of_nothing_there_is_none() => ClopperPearson.Of(0, 0).Should().BeNull();

    private static double Binomial(int all, double share, int from, int to)
    {
        double sum = 0;
        for (int k = from; k <= to; k++)
        {
            double ways = 1;
            for (int i = 1; i <= k; i++)
            {
                ways *= (double)(all - k + i) / i;
            }

            sum += ways * Math.Pow(share, k) * Math.Pow(1 - share, all - k);
        }

        return sum;
    }
}
