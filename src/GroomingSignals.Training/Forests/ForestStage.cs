using GroomingSignals.Features;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Forests;

/// <summary>Learns the forest: for each fold without its rows, to hear what it says of rows it has not seen, and then from all.</summary>
internal sealed class ForestStage(FeatureRow[] rows, bool[] labels, int[] folds, int count, ForestLearner learner)
{
    /// <summary>Learns.</summary>
    /// <returns>The forest, and for each row the score of the forest that had not seen it.</returns>
    public (Forest Forest, double[] Scores) Learn(ParallelOptions threads)
    {
        double[] scores = new double[rows.Length];
        var final = Forest.Empty(FeatureSchema.Count);

        // The last turn learns from all.
        Parallel.For(0, count + 1, threads, fold =>
        {
            int[] others = [.. Enumerable.Range(0, rows.Length).Where(i => folds[i] != fold)];
            var forest = learner.Learn([.. others.Select(i => rows[i].Vector)], [.. others.Select(i => labels[i])]);
            if (fold == count)
            {
                final = forest;
                return;
            }

            for (int i = 0; i < rows.Length; i++)
            {
                scores[i] = folds[i] == fold ? forest.Score(rows[i].Vector) : scores[i];
            }
        });
        return (final, scores);
    }
}
