using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.OperatingPoints.Figures;

/// <summary>
/// The median of whole numbers with a 95 % interval between two order statistics, whatever their distribution (Conover 1999, section 3.2): the median
/// lies below the k-th of n with the probability that fewer than k of n fair coins fall heads. Below six numbers no two of them reach 95 %.
/// </summary>
internal static class MedianInterval
{
    private const double Tail = 0.025;
    private const int Least = 6;

    public static Ranged Of(int[] values)
    {
        if (values.Length == 0)
        {
            return Ranged.Undefined;
        }

        int[] sorted = Sorted(values);
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
        if (sorted.Length < Least)
        {
            return new Ranged(median, null);
        }

        int rank = Rank(sorted.Length);
        return new Ranged(median, new Interval(sorted[rank], sorted[^(rank + 1)]));
    }

    /// <summary>Counts of messages are small: a hundred thousand of them are counted faster than they are sorted.</summary>
    private static int[] Sorted(int[] values)
    {
        int most = values.Max();
        if (values.Min() < 0 || most > values.Length + Least)
        {
            return [.. values.Order()];
        }

        int[] counts = new int[most + 1];
        foreach (int value in values)
        {
            counts[value]++;
        }

        int[] sorted = new int[values.Length];
        int at = 0;
        for (int value = 0; value < counts.Length; value++)
        {
            sorted.AsSpan(at, counts[value]).Fill(value);
            at += counts[value];
        }

        return sorted;
    }

    /// <summary>How many of the lowest, and of the highest, can be left out with 2.5 % at most.</summary>
    internal static int Rank(int count)
    {
        // ln of C(n, k) / 2^n, added up from k = 0: no overflow for any n.
        double term = -count * Math.Log(2);
        double sum = Math.Exp(term);
        int rank = 0;
        while (rank < count / 2)
        {
            term += Math.Log((double)(count - rank) / (rank + 1));
            double next = sum + Math.Exp(term);
            if (sum > Tail || next > Tail)
            {
                break;
            }

            sum = next;
            rank++;
        }

        return rank;
    }
}
