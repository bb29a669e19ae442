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
    /// Fits. The cases are more than the conversations: rules were written by people who have seen such conversations, of others they find little, and the
    /// probability must hold there too (<see cref="CalibrationCase.Of"/>).
    /// </summary>
    /// <param name="cases">The cases; both classes occur.</param>
    /// <param name="positives">How many conversations are positive.</param>
    public static Calibrator Fit(IReadOnlyList<CalibrationCase> cases, int positives) => positives < PositivesForIsotonic ? Platt(cases) : Isotonic(cases);

    /// <summary>Platt 1999, section 2.2: the targets are drawn in, as if each class had one case more of the other kind.</summary>
    internal static PlattCalibrator Platt(IReadOnlyList<CalibrationCase> cases)
    {
        double positives = cases.Where(static one => one.Label).Sum(static one => one.Count);
        double negatives = cases.Where(static one => !one.Label).Sum(static one => one.Count);
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        double[][] rows = [.. cases.Select(static one => new[] { one.Score })];
        double[] weights = LogisticFit.Fit(rows, [.. cases.Select(one => one.Label ? high : low)], ridge: 0, [.. cases.Select(static one => one.Count)]).Weights;
        return weights[0] >= 0
            ? new PlattCalibrator(weights[0], weights[1])
            : new PlattCalibrator(0, Math.Log((positives + 1) / (negatives + 1)));
    }

    /// <summary>
    /// Pool adjacent violators (Ayer et al. 1955). Each pool has half a positive and half a negative more, so that no end of the line is certain, and
    /// is level from its first score to its last: only between pools does the line rise.
    /// </summary>
    internal static IsotonicCalibrator Isotonic(IReadOnlyList<CalibrationCase> cases)
    {
        var pools = new List<Pool>();
        foreach (var one in cases.OrderBy(static one => one.Score))
        {
            var next = new Pool(one.Score, one.Score, one.Count, one.Label ? one.Count : 0);
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

    private readonly record struct Pool(double First, double Last, double Count, double Positives)
    {
        public double Share => Positives / Count;

        public Pool With(Pool later) => new(First, later.Last, Count + later.Count, Positives + later.Positives);
    }
}
