namespace GroomingSignals.Evaluation.Metrics;

/// <summary>The largest differences of error rates between groups, under weights.</summary>
/// <param name="groupOf">The group of each row, from 0.</param>
/// <param name="groups">How many groups.</param>
/// <param name="labels">True for grooming.</param>
/// <param name="alerted">Whether each row is alerted.</param>
internal sealed class GroupGaps(int[] groupOf, int groups, bool[] labels, bool[] alerted)
{
    /// <summary>Writes the gap of the false-positive rate, then that of the false-negative rate; NaN for what is undefined.</summary>
    public void Write(ReadOnlySpan<int> weights, Span<double> gaps)
    {
        // For each group: negatives, of these alerted; cases, of these missed.
        Span<long> counts = stackalloc long[groups * 4];
        counts.Clear();
        for (int i = 0; i < groupOf.Length; i++)
        {
            int at = (groupOf[i] * 4) + (labels[i] ? 2 : 0);
            counts[at] += weights[i];
            counts[at + 1] += alerted[i] != labels[i] ? weights[i] : 0;
        }

        gaps[0] = Gap(counts, 0);
        gaps[1] = Gap(counts, 2);
    }

    private static double Gap(ReadOnlySpan<long> counts, int offset)
    {
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        int known = 0;
        for (int at = offset; at < counts.Length; at += 4)
        {
            if (counts[at] > 0)
            {
                double rate = (double)counts[at + 1] / counts[at];
                least = Math.Min(least, rate);
                greatest = Math.Max(greatest, rate);
                known++;
            }
        }

        return known < 2 ? double.NaN : greatest - least;
    }
}
