using System.Collections.Immutable;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Fusing;

/// <summary>Fits a calibrator on scores of conversations that were held out: a curve of two numbers when positives are few, a rising line when they are many.</summary>
internal static class CalibratorFitter
{
    /// <summary>From so many positives on the line is better than the curve.</summary>
    public const int PositivesForIsotonic = 1_000;

    private const int MostPools = 1_000;

    /// <summary>
    /// Fits on each conversation twice: as it is, and as if no rule knew a word of it. Rules were written by people who have seen such conversations;
    /// of others they find little, and the probability must hold there too (<c>docs/adr/0021-calibrated-without-the-rules-too.md</c>).
    /// </summary>
    /// <param name="heard">Scores in log-odds.</param>
    /// <param name="unheard">The scores of the same conversations without what rules find.</param>
    /// <param name="labels">Their labels; both classes occur.</param>
    public static Calibrator Fit(double[] heard, double[] unheard, bool[] labels)
    {
        double[] scores = [.. heard, .. unheard];
        bool[] twice = [.. labels, .. labels];
        return labels.Count(static label => label) < PositivesForIsotonic ? Platt(scores, twice) : Isotonic(scores, twice);
    }

    /// <summary>Platt 1999, section 2.2: the targets are drawn in, as if each class had one case more of the other kind.</summary>
    internal static PlattCalibrator Platt(double[] scores, bool[] labels)
    {
        double positives = labels.Count(static label => label);
        double negatives = labels.Length - positives;
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        double[][] rows = [.. scores.Select(static score => new[] { score })];
        double[] weights = LogisticFit.Fit(rows, [.. labels.Select(label => label ? high : low)], ridge: 0).Weights;
        return weights[0] >= 0
            ? new PlattCalibrator(weights[0], weights[1])
            : new PlattCalibrator(0, Math.Log((positives + 1) / (negatives + 1)));
    }

    /// <summary>
    /// Pool adjacent violators (Ayer et al. 1955). Each pool has half a positive and half a negative more, so that no end of the line is certain, and
    /// is level from its first score to its last: only between pools does the line rise.
    /// </summary>
    internal static IsotonicCalibrator Isotonic(double[] scores, bool[] labels)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).OrderBy(i => scores[i])];
        var pools = new List<Pool>();
        foreach (int i in order)
        {
            var next = new Pool(scores[i], scores[i], 1, labels[i] ? 1 : 0);
            while (pools.Count > 0 && (pools[^1].Last == next.First || pools[^1].Share >= next.Share))
            {
                next = pools[^1].With(next);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(next);
        }

        return Line(pools);
    }

    private static IsotonicCalibrator Line(List<Pool> pools)
    {
        var scores = ImmutableArray.CreateBuilder<double>();
        var probabilities = ImmutableArray.CreateBuilder<double>();
        double before = 0;
        int step = Math.Max(1, (pools.Count + MostPools - 1) / MostPools);
        for (int i = 0; i < pools.Count; i++)
        {
            if (i % step != 0 && i != pools.Count - 1)
            {
                continue;
            }

            var pool = pools[i];
            before = Math.Max(before, (pool.Positives + 0.5) / (pool.Count + 1.0));
            scores.Add(pool.First);
            probabilities.Add(before);
            if (pool.Last > pool.First)
            {
                scores.Add(pool.Last);
                probabilities.Add(before);
            }
        }

        return new IsotonicCalibrator(scores.ToImmutable(), probabilities.ToImmutable());
    }

    private readonly record struct Pool(double First, double Last, int Count, int Positives)
    {
        public double Share => (double)Positives / Count;

        public Pool With(Pool later) => new(First, later.Last, Count + later.Count, Positives + later.Positives);
    }
}
