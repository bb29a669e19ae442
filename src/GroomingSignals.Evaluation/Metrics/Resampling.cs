namespace GroomingSignals.Evaluation.Metrics;

/// <summary>
/// The bootstrap (Efron 1979): rows are drawn anew with replacement, as many of each class as there are, so that no resample lacks a class.
/// A row is a conversation. Each resample has a random stream of its own: the number of threads changes nothing.
/// </summary>
internal static class Resampling
{
    /// <summary>Computes figures of resamples.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <param name="resamples">How many resamples.</param>
    /// <param name="figures">How many figures a resample gives.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="compute">Computes the figures of a resample; called on several threads at once.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>For each figure its values over the resamples, NaN where it is undefined.</returns>
    public static double[][] Run(bool[] labels, int resamples, int figures, int seed, int threads, ResampleFigures compute, CancellationToken cancellationToken = default)
    {
        int[][] classes = [[.. Rows(labels, true)], [.. Rows(labels, false)]];
        double[][] values = new double[figures][];
        for (int i = 0; i < figures; i++)
        {
            values[i] = new double[resamples];
        }

        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, resamples, options, () => (Weights: new int[labels.Length], Figures: new double[figures]), (resample, _, scratch) =>
        {
            Draw(classes, SeededRandom.For(seed, resample), scratch.Weights);
            compute(scratch.Weights, scratch.Figures);
            for (int i = 0; i < figures; i++)
            {
                values[i][resample] = scratch.Figures[i];
            }

            return scratch;
        }, static _ => { });
        return values;
    }

    private static void Draw(int[][] classes, SeededRandom random, int[] weights)
    {
        Array.Clear(weights);
        foreach (int[] rows in classes)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                weights[rows[random.Next(rows.Length)]]++;
            }
        }
    }

    private static IEnumerable<int> Rows(bool[] labels, bool label) => Enumerable.Range(0, labels.Length).Where(i => labels[i] == label);
}
