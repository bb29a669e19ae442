using System.Numerics;
using CsCheck;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Tests.Scoring.Classifier;

public sealed class TreeShapTests
{
    [Fact]
    public void The_values_are_those_of_all_orders_of_the_features() =>
        Gen.Select(RandomForests.Any, RandomForests.Vector).Sample((forest, vector) =>
        {
            double[] values = TreeShap.Of(forest, vector);
            for (int feature = 0; feature < RandomForests.Features; feature++)
            {
                values[feature].Should().BeApproximately(Shapley(forest, vector, feature), 1e-9);
            }
        }, iter: 300);

    [Fact]
    public void The_values_add_up_to_the_score() =>
        Gen.Select(RandomForests.Any, RandomForests.Vector).Sample((forest, vector) =>
            (forest.Expected + TreeShap.Of(forest, vector).Sum()).Should().BeApproximately(forest.Score(vector), 1e-9));

    [Fact]
    public void A_single_split_gives_its_feature_everything()
    {
        var forest = new Forest([new ForestTree([1], [0f], [~0], [~1], [-1, 3], [3, 1])], 0, 2);
        TreeShap.Of(forest, [9, 1]).Should().Equal(0, 3);
    }

    /// <summary>The definition: over every subset of the other features the gain of knowing this one, weighed by the orders that give the subset.</summary>
    private static double Shapley(Forest forest, float[] vector, int feature)
    {
        const int n = RandomForests.Features;
        double value = 0;
        for (int known = 0; known < 1 << n; known++)
        {
            if ((known >> feature & 1) == 0)
            {
                int size = BitOperations.PopCount((uint)known);
                double weight = Factorial(size) * Factorial(n - size - 1) / Factorial(n);
                value += weight * (Expectation(forest, vector, known | (1 << feature)) - Expectation(forest, vector, known));
            }
        }

        return value;
    }

    private static double Expectation(Forest forest, float[] vector, int known) =>
        forest.Trees.Sum(tree => Expectation(tree, vector, known, tree.Features.Length == 0 ? ~0 : 0));

    /// <summary>A known feature goes its way, an unknown one both, by the shares of the rows.</summary>
    private static double Expectation(ForestTree tree, float[] vector, int known, int at)
    {
        if (at < 0)
        {
            return tree.Leaves[~at];
        }

        if ((known >> tree.Features[at] & 1) != 0)
        {
            return Expectation(tree, vector, known, vector[tree.Features[at]] <= tree.Thresholds[at] ? tree.Left[at] : tree.Right[at]);
        }

        double left = Cover(tree, tree.Left[at]);
        double both = left + Cover(tree, tree.Right[at]);
        double share = both == 0 ? 0.5 : left / both;
        return (share * Expectation(tree, vector, known, tree.Left[at])) + ((1 - share) * Expectation(tree, vector, known, tree.Right[at]));
    }

    private static double Cover(ForestTree tree, int at) => at < 0 ? tree.Covers[~at] : Cover(tree, tree.Left[at]) + Cover(tree, tree.Right[at]);

    private static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
