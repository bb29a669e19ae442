using System.Collections.Immutable;
using GroomingSignals.Features;
using GroomingSignals.Scoring.Classifier;
using Microsoft.ML.Trainers.FastTree;

namespace GroomingSignals.Training.Forests;

/// <summary>Takes ML.NET's trees over into the engine's own form. ML.NET keeps no covers: the rows are sent through the trees once more to count them.</summary>
internal static class ForestFlattener
{
    /// <summary>Takes a forest over.</summary>
    /// <param name="ensemble">ML.NET's trees.</param>
    /// <param name="rows">The rows it was learnt from.</param>
    /// <exception cref="NotSupportedException">A tree splits on categories, which the engine does not know.</exception>
    public static Forest Flatten(RegressionTreeEnsemble ensemble, IReadOnlyList<float[]> rows)
    {
        ImmutableArray<ForestTree> trees = [.. ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) => Count(Tree(tree, weight), rows))];
        return new Forest(trees, ensemble.Bias, FeatureSchema.Count);
    }

    private static ForestTree Tree(RegressionTree tree, double weight)
    {
        int nodes = tree.NumberOfNodes;
        if (tree.CategoricalSplitFlags.Take(nodes).Any(static categorical => categorical))
        {
            throw new NotSupportedException("The forest has a split on categories; the features are numbers, and a model holds splits on numbers only.");
        }

        return new ForestTree(
            [.. tree.NumericalSplitFeatureIndexes.Take(nodes)],
            [.. tree.NumericalSplitThresholds.Take(nodes)],
            [.. tree.LeftChild.Take(nodes)],
            [.. tree.RightChild.Take(nodes)],
            [.. tree.LeafValues.Take(tree.NumberOfLeaves).Select(value => value * weight)],
            new int[tree.NumberOfLeaves]);
    }

    private static ForestTree Count(ForestTree tree, IReadOnlyList<float[]> rows)
    {
        foreach (float[] row in rows)
        {
            tree.Covers[tree.LeafOf(row)]++;
        }

        return tree;
    }
}
