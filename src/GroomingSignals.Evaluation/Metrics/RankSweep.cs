using System.Runtime.InteropServices;

namespace GroomingSignals.Evaluation.Metrics;

/// <summary>All figures of an order, in one pass over the ranks. NaN is undefined; it does not leave this assembly.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RankSweep(double AveragePrecision, double RocAuc, double BestF1, int BestRank)
{
    /// <summary>Sweeps ranked scores from the highest down.</summary>
    /// <param name="ranked">The scores.</param>
    /// <param name="weights">How often each row counts, by its index; empty when each counts once.</param>
    /// <param name="limits">False-positive rates.</param>
    /// <param name="recalls">Receives the recall at each limit: the highest of a threshold whose rate is not above it. NaN when one false positive is above it.</param>
    public static RankSweep Over(RankedScores ranked, ReadOnlySpan<int> weights, ReadOnlySpan<double> limits, Span<double> recalls)
    {
        (long positives, long negatives) = Totals(ranked, weights);
        long found = 0;
        long wrong = 0;
        long foundBefore = 0;
        long wrongBefore = 0;
        double precisions = 0;
        double pairs = 0;
        double best = -1;
        int bestRank = -1;
        int limit = limits.Length - 1;
        for (int rank = 0; rank < ranked.Count; rank++)
        {
            int weight = weights.IsEmpty ? 1 : weights[ranked.Order[rank]];
            if (ranked.LabelAt(rank))
            {
                found += weight;
            }
            else
            {
                wrong += weight;
            }

            if (!ranked.EndsGroup(rank))
            {
                continue;
            }

            if (found > foundBefore)
            {
                precisions += (double)(found - foundBefore) * found / (found + wrong);
            }

            // Pairs that are in the right order: positives above these negatives, and half of those tied with them.
            pairs += (wrong - wrongBefore) * (foundBefore + (0.5 * (found - foundBefore)));
            double f1 = 2.0 * found / (found + wrong + positives);
            if (f1 > best && found + wrong > 0)
            {
                (best, bestRank) = (f1, rank);
            }

            while (limit >= 0 && wrong > limits[limit] * negatives * (1 + 1e-12))
            {
                recalls[limit] = foundBefore;
                limit--;
            }

            (foundBefore, wrongBefore) = (found, wrong);
        }

        for (; limit >= 0; limit--)
        {
            recalls[limit] = found;
        }

        for (int i = 0; i < recalls.Length; i++)
        {
            recalls[i] = positives > 0 && limits[i] * negatives * (1 + 1e-12) >= 1 ? recalls[i] / positives : double.NaN;
        }

        return new RankSweep(
            positives > 0 ? precisions / positives : double.NaN,
            positives > 0 && negatives > 0 ? pairs / ((double)positives * negatives) : double.NaN,
            positives > 0 ? best : double.NaN,
            positives > 0 ? bestRank : -1);
    }

    private static (long Positives, long Negatives) Totals(RankedScores ranked, ReadOnlySpan<int> weights)
    {
        long positives = 0;
        long all = 0;
        for (int rank = 0; rank < ranked.Count; rank++)
        {
            int weight = weights.IsEmpty ? 1 : weights[ranked.Order[rank]];
            all += weight;
            positives += ranked.LabelAt(rank) ? weight : 0;
        }

        return (positives, all - positives);
    }
}
