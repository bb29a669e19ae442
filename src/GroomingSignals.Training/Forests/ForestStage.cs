using GroomingSignals.Features;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Forests;

/// <summary>Learns the forest: for each fold without its rows, to hear what it says of rows it has not seen, and then from all.</summary>
internal sealed class ForestStage(FeatureRow[] rows, bool[] labels, int[] folds, int count, ForestLearner learner)
{
    /// <summary>Learns.</summary>
    /// <param name="threads">How many forests are learnt at once, and what stops the work.</param>
    public ForestOutcome Learn(ParallelOptions threads)
    {
        // The last turn learns from all.
        var forests = new (Forest Forest, MlNetForest Fitted)[count + 1];
        Parallel.For(0, count + 1, threads, fold =>
        {
            int[] others = [.. Enumerable.Range(0, rows.Length).Where(i => folds[i] != fold)];
            forests[fold] = learner.LearnBoth([.. others.Select(i => rows[i].Vector)], [.. others.Select(i => labels[i])]);
        });
        return new ForestOutcome([.. forests[..count].Select(static forest => forest.Forest)], forests[count].Forest, forests[count].Fitted);
    }
}
