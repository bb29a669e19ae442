using CsCheck;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Tests.Scoring.Classifier;

public sealed class ForestTests
{
    private static readonly ForestTree Three = new([0, 1], [1f, 2f], [~0, ~1], [1, ~2], [1, 2, 4], [6, 3, 1]);

    [Theory]
    [InlineData(1f, 0f, 1)]
    [InlineData(1.1f, 2f, 2)]
    [InlineData(1.1f, 2.1f, 4)]
    [InlineData(float.NaN, float.NaN, 4)]
    public void At_most_the_threshold_goes_left_and_what_is_no_number_goes_right(float first, float second, double leaf) =>
        Of(Three).Score([first, second]).Should().Be(0.5 + leaf);

    [Fact]
    public void What_is_expected_is_the_mean_of_the_rows() =>
        Of(Three).Expected.Should().BeApproximately(0.5 + (((6 * 1) + (3 * 2) + (1 * 4)) / 10.0), 1e-12);

    [Fact]
    public void A_contribution_is_the_step_from_mean_to_mean()
    {
        double[] contributions = new double[2];
        Of(Three).Contributions([3, 0], contributions);
        contributions[0].Should().BeApproximately(((3 * 2) + (1 * 4)) / 4.0 - 1.6, 1e-12);
        contributions[1].Should().BeApproximately(2 - 2.5, 1e-12);
    }

    [Fact]
    public void Contributions_add_up_to_the_score() =>
        Gen.Select(RandomForests.Any, RandomForests.Vector).Sample((forest, vector) =>
        {
            double[] contributions = new double[RandomForests.Features];
            forest.Contributions(vector, contributions);
            (forest.Expected + contributions.Sum()).Should().BeApproximately(forest.Score(vector), 1e-9);
        });

    [Fact]
    public void The_flat_walk_reaches_the_leaves_of_the_trees() =>
        Gen.Select(RandomForests.Any, RandomForests.Vector).Sample((forest, vector) =>
        {
            double sum = forest.Bias;
            foreach (var tree in forest.Trees)
            {
                sum += tree.Leaves[tree.LeafOf(vector)];
            }

            forest.Score(vector).Should().Be(sum);
        });

    [Theory]
    [InlineData(new[] { ~0, 0 }, "reached twice")]
    [InlineData(new[] { ~0, 1 }, "reached twice")]
    [InlineData(new[] { ~1, ~1 }, "reached twice")]
    [InlineData(new[] { ~0, ~7 }, "does not exist")]
    [InlineData(new[] { ~0, int.MinValue }, "does not exist")]
    public void What_is_no_tree_is_refused(int[] left, string why)
    {
        var broken = () => Of(Three with { Left = left });
        broken.Should().Throw<ClassifierFormatException>().WithMessage($"GSM0009*{why}*").Which.Id.Should().Be("GSM0009");
    }

    [Fact]
    public void A_feature_that_does_not_exist_is_refused()
    {
        FluentActions.Invoking(() => Of(Three with { Features = [0, 2] })).Should().Throw<ClassifierFormatException>().WithMessage("GSM0009*feature*");
        FluentActions.Invoking(() => Of(Three with { Features = [0, -1] })).Should().Throw<ClassifierFormatException>().WithMessage("GSM0009*feature*");
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        FluentActions.Invoking(() => Of(Three with { Leaves = [1, double.NaN, 2] })).Should().Throw<ClassifierFormatException>().WithMessage("GSM0008*");
        FluentActions.Invoking(() => Of(Three with { Thresholds = [1, float.PositiveInfinity] })).Should().Throw<ClassifierFormatException>().WithMessage("GSM0008*");
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused() =>
        FluentActions.Invoking(() => Of(Three with { Covers = [1, 2] })).Should().Throw<ClassifierFormatException>().WithMessage("GSM0009*lengths*");

    private static Forest Of(ForestTree tree) => new([tree], 0.5, 2);
}
