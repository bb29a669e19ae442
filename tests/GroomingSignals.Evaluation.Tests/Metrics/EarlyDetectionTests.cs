using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class EarlyDetectionTests
{
    [Fact]
    public void The_penalty_is_nothing_at_once_half_at_the_half_and_all_in_the_end()
    {
        EarlyDetection.Penalty(1).Should().Be(0);
        EarlyDetection.Penalty(50).Should().BeApproximately(0.5, 1e-12);
        EarlyDetection.Penalty(20, 20).Should().BeApproximately(0.5, 1e-12);
        EarlyDetection.Penalty(1_000_000).Should().Be(1);
        // -1 + 2 / (1 + e^-x) is tanh(x / 2): at k = 25 of half 49 it is tanh(ln 3 / 4).
        EarlyDetection.Penalty(25, 49).Should().BeApproximately(Math.Tanh(Math.Log(3) / 4), 1e-12);
    }

    [Fact]
    public void F_latency_by_hand()
    {
        // Three of four cases at 1, 50 and 50 messages, one false alert: F1 = 6/8, median penalty 1/2.
        Alert[] alerts = [new(true, 1), new(true, 50), new(true, 50), new(true, null), new(false, 3), new(false, null)];
        EarlyDetection.Speed(alerts).Should().BeApproximately(0.5, 1e-12);
        EarlyDetection.FLatency(alerts).Should().BeApproximately(0.375, 1e-12);
    }

    [Fact]
    public void An_even_median_is_the_middle_of_two() =>
        EarlyDetection.Speed([new(true, 1), new(true, 50)]).Should().BeApproximately(0.75, 1e-12);

    [Fact]
    public void ERDE_by_hand()
    {
        // Losada and Crestani 2016: a true alert costs 1 - 1 / (1 + e^(k - o)), which at k = o is 1/2; a miss 1; a false alert c_fp, here 2/4.
        Alert[] alerts = [new(true, 5), new(true, null), new(false, 2), new(false, null)];
        EarlyDetection.Erde(alerts, 5).Should().BeApproximately((0.5 + 1 + 0.5 + 0) / 4, 1e-12);
        EarlyDetection.Erde(alerts, 5, 0.1).Should().BeApproximately((0.5 + 1 + 0.1 + 0) / 4, 1e-12);
        EarlyDetection.Erde([new(true, 6)], 5).Should().BeApproximately(1 - (1 / (1 + Math.E)), 1e-12);
        EarlyDetection.Erde([new(true, 100_000)], 5).Should().Be(1);
    }

    [Fact]
    public void What_is_undefined_is_null_and_nothing_found_is_zero()
    {
        EarlyDetection.Speed([new(true, null)]).Should().BeNull();
        EarlyDetection.FLatency([new(true, null)]).Should().Be(0);
        EarlyDetection.FLatency([new(false, 3)]).Should().BeNull();
        EarlyDetection.Erde([], 5).Should().BeNull();
    }

    [Fact]
    public void The_curve_counts_what_was_alerted_by_then() =>
        EarlyDetection.LatencyCurve([new(true, 3), new(true, 7), new(true, 3), new(true, null), new(false, 7), new(false, null)])
            .Should().Equal(new LatencyPoint(3, 0.5, 0), new LatencyPoint(7, 0.75, 0.5));
}
