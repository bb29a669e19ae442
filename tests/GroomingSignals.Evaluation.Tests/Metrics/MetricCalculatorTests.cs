using CsCheck;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class MetricCalculatorTests
{
    private const double Undefined = -7;

    private static readonly Gen<(int Score, bool Label, int Probability, int At)[]> Rows =
        Gen.Select(Gen.Int[-6, 6], Gen.Bool, Gen.Int[0, 10], Gen.Int[0, 60]).Array[1, 40];

    [Fact]
    public void Each_figure_is_that_of_the_public_metric() =>
        Rows.Sample(rows =>
        {
            MetricInputs inputs = Inputs(rows);
            double[] values = new MetricCalculator(inputs).Write();
            Confusion counts = Confusion.At(inputs.Scores, inputs.Labels, 1);
            double?[] expected =
            [
                RankingMetrics.AveragePrecision(inputs.Scores, inputs.Labels), RankingMetrics.RocAuc(inputs.Scores, inputs.Labels), RankingMetrics.BestF1(inputs.Scores, inputs.Labels)?.Value,
                RankingMetrics.RecallAt(inputs.Scores, inputs.Labels, 1e-2), RankingMetrics.RecallAt(inputs.Scores, inputs.Labels, 1e-3), RankingMetrics.RecallAt(inputs.Scores, inputs.Labels, 1e-4),
                counts.Precision, counts.Recall, counts.F(1), counts.F(0.5), counts.F(2), counts.FalsePositiveRate,
                CalibrationMetrics.Brier(inputs.Probabilities, inputs.Labels), CalibrationMetrics.ExpectedCalibrationError(inputs.Probabilities, inputs.Labels),
                EarlyDetection.FLatency(inputs.Stream!), EarlyDetection.Speed(inputs.Stream!), EarlyDetection.Erde(inputs.Stream!, 5), EarlyDetection.Erde(inputs.Stream!, 50),
            ];
            expected.Should().HaveCount(MetricCatalogue.All.Length);
            for (int i = 0; i < expected.Length; i++)
            {
                Known(values[i]).Should().BeApproximately(expected[i] ?? Undefined, 1e-12, "it is {0}", MetricCatalogue.All[i].Id);
            }
        });

    [Fact]
    public void A_weight_is_a_row_that_stands_there_so_often() =>
        Gen.Select(Rows, Gen.Int[0, 3].Array[40]).Sample((rows, weights) =>
        {
            int[] used = weights[..rows.Length];
            var repeated = rows.SelectMany((r, i) => Enumerable.Repeat(r, used[i])).ToArray();
            double[] values = new double[MetricCalculator.Count];
            new MetricCalculator(Inputs(rows)).Write(used, values);
            double[] expected = new MetricCalculator(Inputs(repeated)).Write();
            for (int i = 0; i < expected.Length; i++)
            {
                Known(values[i]).Should().BeApproximately(Known(expected[i]), 1e-9, "it is {0}", MetricCatalogue.All[i].Id);
            }
        });

    private static double Known(double value) => double.IsNaN(value) ? Undefined : value;

    private static MetricInputs Inputs((int Score, bool Label, int Probability, int At)[] rows) => new()
    {
        Scores = [.. rows.Select(r => r.Score / 2.0)],
        Labels = [.. rows.Select(r => r.Label)],
        Probabilities = [.. rows.Select(r => r.Probability / 10.0)],
        Alerted = [.. rows.Select(r => r.Score / 2.0 >= 1)],
        Stream = [.. rows.Select(r => new Alert(r.Label, r.At == 0 ? null : r.At))],
    };
}
