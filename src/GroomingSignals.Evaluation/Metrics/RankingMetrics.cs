using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.Metrics;

/// <summary>Figures of the order that scores make. Equal scores are one group: no order among them is assumed. Undefined figures are null.</summary>
public static class RankingMetrics
{
    /// <summary>Average precision, the area under the precision-recall curve without interpolation: the sum of (R_n - R_(n-1)) P_n over thresholds. Null without positives.</summary>
    /// <param name="scores">The scores; none is NaN.</param>
    /// <param name="labels">True for grooming; as many.</param>
    public static double? AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels) => Arguments.OrNull(Sweep(scores, labels).AveragePrecision);

    /// <summary>The area under the ROC curve: the share of pairs of a positive and a negative that are in the right order, equal scores as half (Mann and Whitney 1947). Null without both classes.</summary>
    /// <param name="scores">The scores; none is NaN.</param>
    /// <param name="labels">True for grooming; as many.</param>
    public static double? RocAuc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels) => Arguments.OrNull(Sweep(scores, labels).RocAuc);

    /// <summary>The highest F1 of any threshold, with the threshold: the highest one that reaches it, half way to the next lower score. Null without positives. It flatters: the threshold is chosen on what it is measured on.</summary>
    /// <param name="scores">The scores; none is NaN.</param>
    /// <param name="labels">True for grooming; as many.</param>
    public static ThresholdFigure? BestF1(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        RankedScores ranked = new(scores, labels);
        RankSweep sweep = RankSweep.Over(ranked, [], [], []);
        return sweep.BestRank < 0 ? null : new ThresholdFigure(sweep.BestF1, ranked.ThresholdAfter(sweep.BestRank));
    }

    /// <summary>
    /// The highest recall of a threshold whose false-positive rate is not above a limit. Null without positives, and when the negatives are too
    /// few to resolve the limit: at 1e-3 it takes 1,000 negatives for one false positive to be allowed.
    /// </summary>
    /// <param name="scores">The scores; none is NaN.</param>
    /// <param name="labels">True for grooming; as many.</param>
    /// <param name="falsePositiveRate">The limit, in (0, 1].</param>
    public static double? RecallAt(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double falsePositiveRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(falsePositiveRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(falsePositiveRate, 1);
        double[] recall = new double[1];
        RankSweep.Over(new RankedScores(scores, labels), [], [falsePositiveRate], recall);
        return Arguments.OrNull(recall[0]);
    }

    /// <summary>The curve of all thresholds, from the highest down: what precision-recall and ROC plots show.</summary>
    /// <param name="scores">The scores; none is NaN.</param>
    /// <param name="labels">True for grooming; as many.</param>
    public static ImmutableArray<CurvePoint> Curve(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        RankedScores ranked = new(scores, labels);
        int positives = 0;
        foreach (bool label in labels)
        {
            positives += label ? 1 : 0;
        }

        var points = ImmutableArray.CreateBuilder<CurvePoint>();
        int found = 0;
        for (int rank = 0; rank < ranked.Count; rank++)
        {
            found += ranked.LabelAt(rank) ? 1 : 0;
            if (ranked.EndsGroup(rank))
            {
                points.Add(new CurvePoint(ranked.ScoreAt(rank), found, rank + 1 - found, positives, ranked.Count - positives));
            }
        }

        return points.ToImmutable();
    }

    private static RankSweep Sweep(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels) => RankSweep.Over(new RankedScores(scores, labels), [], [], []);
}
