using GroomingSignals.Training.Fusing;

namespace GroomingSignals.Training.Tests.Fusing;

public sealed class LogisticFitTests
{
    [Fact]
    public void A_binary_feature_gets_the_log_of_its_odds_ratio()
    {
        // Of 8 with the feature 6 are positive, of 8 without it 2: log-odds log(3) and -log(3).
        double[][] rows = [.. Enumerable.Range(0, 16).Select(i => new[] { i < 8 ? 1.0 : 0 })];
        double[] targets = [.. Enumerable.Range(0, 16).Select(i => i is < 6 or >= 14 ? 1.0 : 0)];

        double[] weights = LogisticFit.Fit(rows, targets, ridge: 0).Weights;

        weights[0].Should().BeApproximately(2 * Math.Log(3), 1e-4);
        weights[1].Should().BeApproximately(-Math.Log(3), 1e-4);
    }

    [Fact]
    public void The_gradient_is_zero_at_the_solution_with_a_ridge()
    {
        double[][] rows = [[1, 2], [0, 1], [3, -1], [-2, 0.5], [1, 1], [0, 0]];
        double[] targets = [1, 0, 1, 0, 1, 0];
        double[] weights = LogisticFit.Fit(rows, targets, ridge: 0.7).Weights;

        for (int j = 0; j < 3; j++)
        {
            double gradient = j < 2 ? 0.7 * weights[j] : 0;
            for (int i = 0; i < rows.Length; i++)
            {
                double score = (weights[0] * rows[i][0]) + (weights[1] * rows[i][1]) + weights[2];
                gradient += ((1 / (1 + Math.Exp(-score))) - targets[i]) * (j < 2 ? rows[i][j] : 1);
            }

            gradient.Should().BeApproximately(0, 1e-4);
        }
    }

    [Fact]
    public void A_row_that_stands_for_three_is_three_rows()
    {
        double[][] rows = [[1, 2], [0, 1], [3, -1], [-2, 0.5]];
        double[] targets = [1, 0, 0.25, 0];

        var once = LogisticFit.Fit(rows, targets, ridge: 0.7, [3, 1, 1, 2]);
        var each = LogisticFit.Fit([rows[0], rows[0], rows[0], rows[1], rows[2], rows[3], rows[3]], [1, 1, 1, 0, 0.25, 0, 0], ridge: 0.7);

        once.Weights.Should().Equal(each.Weights, (found, expected) => Math.Abs(found - expected) < 1e-6);
        once.Loss.Should().BeApproximately(each.Loss, 1e-9);
    }

    [Fact]
    public void Classes_that_a_line_separates_give_finite_weights_under_a_ridge()
    {
        double[] weights = LogisticFit.Fit([[-1], [-2], [1], [2]], [0, 0, 1, 1], ridge: 1).Weights;

        weights[0].Should().BeInRange(0.1, 10);
    }
}
