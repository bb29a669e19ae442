using CsCheck;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class ResamplingTests
{
    [Fact]
    public void The_number_of_threads_changes_nothing() =>
        Gen.Select(Gen.Double[0, 1], Gen.Bool).Array[2, 60].Sample(rows =>
        {
            MetricCalculator calculator = new(new MetricInputs { Scores = [.. rows.Select(r => r.Item1)], Labels = [.. rows.Select(r => r.Item2)] });
            double[][] one = Resampling.Run(calculator.Labels, 50, MetricCalculator.Count, 3, 1, calculator.Write, TestContext.Current.CancellationToken);
            double[][] many = Resampling.Run(calculator.Labels, 50, MetricCalculator.Count, 3, 7, calculator.Write, TestContext.Current.CancellationToken);
            many.Should().BeEquivalentTo(one, o => o.WithStrictOrdering());
        }, iter: 30);

    [Fact]
    public void Each_resample_has_as_many_of_each_class()
    {
        bool[] labels = [true, true, false, false, false, true, false];
        double[][] counts = Resampling.Run(labels, 200, 2, 1, 2, (weights, figures) =>
        {
            figures.Clear();
            for (int i = 0; i < labels.Length; i++)
            {
                figures[labels[i] ? 0 : 1] += weights[i];
            }
        }, TestContext.Current.CancellationToken);
        counts[0].Should().OnlyContain(c => c == 3);
        counts[1].Should().OnlyContain(c => c == 4);
    }

    [Fact]
    public void The_interval_of_a_share_is_that_of_the_normal_approximation()
    {
        // 300 of 1,000 cases found: .3 +- 1.96 sqrt(.3 * .7 / 1000) = .3 +- .0284.
        bool[] labels = [.. Enumerable.Repeat(true, 1000), false];
        double[] found = Resampling.Run(labels, 4000, 1, 5, 2, (weights, figures) =>
        {
            figures[0] = 0;
            for (int i = 0; i < 300; i++)
            {
                figures[0] += weights[i] / 1000.0;
            }
        }, TestContext.Current.CancellationToken)[0];
        Interval interval = Interval.Of(found)!;
        interval.Lower.Should().BeApproximately(0.2716, 0.003);
        interval.Upper.Should().BeApproximately(0.3284, 0.003);
    }

    [Fact]
    public void Percentiles_lie_between_values_as_in_numpy()
    {
        // numpy.percentile([0..100], 2.5) = 2.5
        Interval interval = Interval.Of([.. Enumerable.Range(0, 101).Select(i => (double)i)])!;
        interval.Should().Be(new Interval(2.5, 97.5));
    }

    [Fact]
    public void A_figure_that_is_often_undefined_has_no_interval()
    {
        Interval.Of([1, 2, 3, double.NaN]).Should().BeNull();
        Interval.Of([double.NaN]).Should().BeNull();
    }
}
