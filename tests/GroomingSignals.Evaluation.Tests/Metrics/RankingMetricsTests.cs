using CsCheck;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class RankingMetricsTests
{
    // The example of scikit-learn's documentation of average_precision_score and roc_auc_score: .83 and .75.
    private static readonly double[] Scores = [0.1, 0.4, 0.35, 0.8];
    private static readonly bool[] Labels = [false, false, true, true];

    // Few different scores, so that ties are common.
    private static readonly Gen<(double Score, bool Label)[]> Rows = Gen.Select(Gen.Int[-6, 6], Gen.Bool, (s, l) => (s / 4.0, l)).Array[1, 40];

    [Fact]
    public void The_example_of_scikit_learn()
    {
        RankingMetrics.AveragePrecision(Scores, Labels).Should().BeApproximately(0.8333333333333333, 1e-15);
        RankingMetrics.RocAuc(Scores, Labels).Should().Be(0.75);
    }

    [Fact]
    public void Equal_scores_are_one_group_whatever_their_order()
    {
        // One threshold above the tie: P = 1, R = 1/3. One at it: P = 3/5, R = 1. AP = 1/3 + 2/3 * 3/5.
        double[] scores = [0.9, 0.5, 0.5, 0.5, 0.5, 0.1];
        RankingMetrics.AveragePrecision(scores, [true, true, true, false, false, false]).Should().BeApproximately((1 / 3.0) + (2 / 3.0 * 0.6), 1e-15);
        RankingMetrics.AveragePrecision(scores, [true, false, false, true, true, false]).Should().BeApproximately((1 / 3.0) + (2 / 3.0 * 0.6), 1e-15);
        // Of 9 pairs 3 + 2 are right and 4 are tied.
        RankingMetrics.RocAuc(scores, [true, true, true, false, false, false]).Should().BeApproximately(7 / 9.0, 1e-15);
    }

    [Fact]
    public void Scores_that_are_all_equal_are_worth_the_prevalence()
    {
        RankingMetrics.AveragePrecision([1, 1, 1, 1], [true, false, false, false]).Should().Be(0.25);
        RankingMetrics.RocAuc([1, 1, 1, 1], [true, false, false, false]).Should().Be(0.5);
    }

    [Fact]
    public void The_best_F1_comes_with_the_highest_threshold_that_reaches_it()
    {
        // Thresholds from above: F1 = 2/3, 1/2, 4/5, 2/3. The third lies between .35 and .1.
        ThresholdFigure best = RankingMetrics.BestF1(Scores, Labels)!;
        best.Value.Should().BeApproximately(0.8, 1e-15);
        best.Threshold.Should().BeApproximately(0.225, 1e-15);
        Confusion.At(Scores, Labels, best.Threshold).F(1).Should().BeApproximately(0.8, 1e-15);
    }

    [Fact]
    public void Recall_at_a_rate_counts_whole_groups_only()
    {
        // 100 negatives, one of them tied with the second case.
        double[] scores = [0.9, 0.5, 0.3, .. Enumerable.Range(0, 98).Select(i => 0.001 * i), 0.5, 0.4];
        bool[] labels = [true, true, true, .. new bool[100]];
        RankingMetrics.RecallAt(scores, labels, 0.01).Should().BeApproximately(2 / 3.0, 1e-15);
        RankingMetrics.RecallAt(scores, labels, 0.02).Should().Be(1);
    }

    [Fact]
    public void A_rate_that_the_negatives_cannot_resolve_is_undefined()
    {
        bool[] labels = [true, .. new bool[999]];
        double[] scores = [.. labels.Select((_, i) => -(double)i)];
        RankingMetrics.RecallAt(scores, labels, 1e-2).Should().Be(1);
        RankingMetrics.RecallAt(scores, labels, 1e-3).Should().BeNull("999 negatives allow no false positive at one of a thousand");
        RankingMetrics.RecallAt([.. scores, -2000], [.. labels, false], 1e-3).Should().Be(1);
    }

    [Fact]
    public void One_class_or_none_leaves_figures_undefined()
    {
        RankingMetrics.AveragePrecision([], []).Should().BeNull();
        RankingMetrics.AveragePrecision([1, 2], [false, false]).Should().BeNull();
        RankingMetrics.RocAuc([1, 2], [true, true]).Should().BeNull();
        RankingMetrics.BestF1([1, 2], [false, false]).Should().BeNull();
        RankingMetrics.RecallAt([1, 2], [true, true], 0.1).Should().BeNull();
    }

    [Fact]
    public void A_score_that_is_no_number_is_refused() =>
        FluentActions.Invoking(() => RankingMetrics.RocAuc([1, double.NaN], [true, false])).Should().Throw<ArgumentException>().WithMessage("Score 1 is not a number*");

    [Fact]
    public void Infinite_scores_have_their_place() =>
        RankingMetrics.RocAuc([double.PositiveInfinity, 1, double.NegativeInfinity], [true, true, false]).Should().Be(1);

    [Fact]
    public void Average_precision_is_what_its_definition_says() =>
        Rows.Sample(rows =>
        {
            (double[] scores, bool[] labels) = Split(rows);
            double positives = labels.Count(l => l);
            if (positives == 0)
            {
                return;
            }

            double expected = 0;
            double recallBefore = 0;
            foreach (double threshold in scores.Distinct().OrderDescending())
            {
                Confusion at = Confusion.At(scores, labels, threshold);
                expected += (at.Recall!.Value - recallBefore) * at.Precision!.Value;
                recallBefore = at.Recall!.Value;
            }

            RankingMetrics.AveragePrecision(scores, labels).Should().BeApproximately(expected, 1e-12).And.BeInRange(0, 1);
        });

    [Fact]
    public void The_area_under_the_curve_is_the_share_of_ordered_pairs() =>
        Rows.Sample(rows =>
        {
            var pairs = rows.Where(r => r.Label).SelectMany(p => rows.Where(r => !r.Label).Select(n => Math.Sign(p.Score - n.Score))).ToList();
            (double[] scores, bool[] labels) = Split(rows);
            double? expected = pairs.Count == 0 ? null : pairs.Average(s => (s + 1) / 2.0);
            RankingMetrics.RocAuc(scores, labels).GetValueOrDefault(-1).Should().BeApproximately(expected ?? -1, 1e-12);
        });

    [Fact]
    public void The_best_F1_is_that_of_the_best_threshold() =>
        Rows.Sample(rows =>
        {
            (double[] scores, bool[] labels) = Split(rows);
            if (labels.Contains(true))
            {
                double expected = scores.Distinct().Max(t => Confusion.At(scores, labels, t).F(1)!.Value);
                ThresholdFigure best = RankingMetrics.BestF1(scores, labels)!;
                best.Value.Should().BeApproximately(expected, 1e-12);
                Confusion.At(scores, labels, best.Threshold).F(1).Should().BeApproximately(expected, 1e-12);
            }
        });

    [Fact]
    public void A_monotone_transform_changes_nothing() =>
        Rows.Sample(rows =>
        {
            (double[] scores, bool[] labels) = Split(rows);
            double[] other = [.. scores.Select(s => Math.Exp(3 * s) - 7)];
            RankingMetrics.AveragePrecision(other, labels).Should().Be(RankingMetrics.AveragePrecision(scores, labels));
            RankingMetrics.RocAuc(other, labels).Should().Be(RankingMetrics.RocAuc(scores, labels));
            RankingMetrics.RecallAt(other, labels, 0.2).Should().Be(RankingMetrics.RecallAt(scores, labels, 0.2));
            RankingMetrics.BestF1(other, labels)?.Value.Should().Be(RankingMetrics.BestF1(scores, labels)!.Value);
        });

    [Fact]
    public void The_order_of_rows_changes_nothing() =>
        Rows.Sample(rows =>
        {
            (double[] scores, bool[] labels) = Split(rows);
            (double[] backwards, bool[] backwardsLabels) = Split([.. rows.Reverse()]);
            RankingMetrics.AveragePrecision(backwards, backwardsLabels).Should().Be(RankingMetrics.AveragePrecision(scores, labels));
            RankingMetrics.RocAuc(backwards, backwardsLabels).Should().Be(RankingMetrics.RocAuc(scores, labels));
        });

    [Fact]
    public void The_curve_ends_at_everything() =>
        Rows.Sample(rows =>
        {
            (double[] scores, bool[] labels) = Split(rows);
            var curve = RankingMetrics.Curve(scores, labels);
            curve[^1].TruePositives.Should().Be(labels.Count(l => l));
            curve[^1].FalsePositives.Should().Be(labels.Count(l => !l));
            curve.Should().OnlyContain(p => Confusion.At(scores, labels, p.Threshold).TruePositives == p.TruePositives);
        });

    private static (double[] Scores, bool[] Labels) Split((double Score, bool Label)[] rows) => ([.. rows.Select(r => r.Score)], [.. rows.Select(r => r.Label)]);
}
