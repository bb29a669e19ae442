namespace GroomingSignals.Evaluation.Splits;

/// <summary>
/// Deals groups out to folds, large ones first, each to the fold that leaves the classes most evenly spread: the least sum of squares of
/// counts, each class in proportion to its size and each fold to its share. Groups of one size are dealt in an order drawn by the seed.
/// </summary>
internal sealed class FoldBalancer(double[] shares, FoldCounts total)
{
    private readonly long[,] _counts = new long[shares.Length, 3];

    public int[] Deal(IReadOnlyList<FoldCounts> groups, int seed)
    {
        int[] order = [.. Enumerable.Range(0, groups.Count)];
        SeededRandom.For(seed, 0).Shuffle<int>(order);
        int[] foldOf = new int[groups.Count];
        foreach (int group in order.OrderByDescending(g => groups[g].Conversations))
        {
            FoldCounts counts = groups[group];
            int fold = Best(counts);
            foldOf[group] = fold;
            _counts[fold, 0] += counts.Positives;
            _counts[fold, 1] += counts.Negatives;
            _counts[fold, 2] += counts.Unlabelled;
        }

        return foldOf;
    }

    public FoldCounts CountsOf(int fold) => new((int)_counts[fold, 0], (int)_counts[fold, 1], (int)_counts[fold, 2]);

    private int Best(FoldCounts group)
    {
        int best = 0;
        (double Classes, double All) least = (double.PositiveInfinity, double.PositiveInfinity);
        for (int fold = 0; fold < shares.Length; fold++)
        {
            FoldCounts here = CountsOf(fold);
            double classes = Cost(here.Positives, group.Positives, total.Positives, fold)
                + Cost(here.Negatives, group.Negatives, total.Negatives, fold)
                + Cost(here.Unlabelled, group.Unlabelled, total.Unlabelled, fold);
            var cost = (classes, Cost(here.Conversations, group.Conversations, total.Conversations, fold));
            if (cost.CompareTo(least) < 0)
            {
                (best, least) = (fold, cost);
            }
        }

        return best;
    }

    private double Cost(long here, long added, long all, int fold) =>
        added == 0 ? 0 : added * ((2.0 * here) + added) / (shares[fold] * all);
}
