using GroomingSignals.Training.Forests;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace GroomingSignals.Training.Tests.Forests;

public sealed class ForestParityTests
{
    private static readonly float[][] Rows = [.. Collect()];

    /// <summary>Every fifth label is wrong, so that there is something to split on in every tree.</summary>
    private static readonly bool[] Labels = [.. Composed.Train.Select((c, i) => c.Label is true ^ i % 5 == 0)];

    [Fact]
    public void The_flat_forest_says_of_every_row_what_ml_net_says_bit_for_bit()
    {
        var context = new MLContext(1);
        var (ensemble, transformer, data) = new ForestLearner(60, seed: 1).Fit(context, Rows, Labels);
        var forest = ForestFlattener.Flatten(ensemble, Rows);

        float[] expected = [.. transformer.Transform(data).GetColumn<float>("Score")];

        expected.Distinct().Should().HaveCountGreaterThan(10);
        Rows.Select(row => (float)forest.Score(row)).Should().Equal(expected);
    }

    [Fact]
    public void Covers_count_the_rows_that_reach_each_leaf()
    {
        var forest = new ForestLearner(10, seed: 1).Learn(Rows, Labels);

        forest.Trees.Should().OnlyContain(tree => tree.Covers.Sum() == Rows.Length);
        forest.Trees.Should().OnlyContain(tree => tree.Covers.All(cover => cover >= 5));
        forest.Expected.Should().BeApproximately(Rows.Average(row => forest.Score(row)), 1e-9);
    }

    [Fact]
    public void A_leaf_needs_rows_and_a_tree_has_eight_leaves_at_most() =>
        new ForestLearner(10, seed: 1).Learn(Rows, Labels).Trees.Should().OnlyContain(tree => tree.Leaves.Length <= ForestLearner.Leaves);

    private static IEnumerable<float[]> Collect()
    {
        var collector = new FeatureCollector(Composed.Quick.Packs, Composed.Quick.Policy, text: null);
        return Composed.Train.Select(c => collector.Collect(c.Conversation).Vector);
    }
}
