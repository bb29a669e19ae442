using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>The threshold of each fold: the one with the best F1 on the scores of all other folds, so that no conversation has a say in its own.</summary>
internal static class FoldThresholds
{
    /// <returns>For each fold its threshold; null where the other folds lack a class.</returns>
    public static double?[] Choose(double[] scores, bool?[] labels, IReadOnlyList<int> foldOf, int folds)
    {
        double?[] thresholds = new double?[folds];
        for (int fold = 0; fold < folds && folds > 1; fold++)
        {
            int[] others = [.. Enumerable.Range(0, scores.Length).Where(i => foldOf[i] != fold && labels[i] is not null)];
            bool[] known = [.. others.Select(i => labels[i] is true)];
            thresholds[fold] = known.Contains(true) && known.Contains(false)
                ? RankingMetrics.BestF1([.. others.Select(i => scores[i])], known)!.Threshold
                : null;
        }

        return thresholds;
    }
}
