namespace GroomingSignals.Training.Fusing;

/// <summary>Logistic regression with a ridge on the weights and none on the bias, by Newton's method with halved steps.</summary>
internal static class LogisticFit
{
    private const int MostSteps = 100;
    private const double Enough = 1e-10;

    /// <summary>Fits.</summary>
    /// <param name="rows">The values of each row.</param>
    /// <param name="targets">What each row should give, from 0 to 1.</param>
    /// <param name="ridge">The weight of half the square of the weights, against the sum of losses.</param>
    /// <param name="counts">How many rows each stands for, above 0; null when each stands for itself.</param>
    /// <returns>The weights, then the bias; and the loss that they leave.</returns>
    public static (double[] Weights, double Loss) Fit(double[][] rows, double[] targets, double ridge, double[]? counts = null)
    {
        counts ??= [.. Enumerable.Repeat(1.0, rows.Length)];
        int size = (rows.Length == 0 ? 0 : rows[0].Length) + 1;
        double[] weights = new double[size];
        double mean = Math.Clamp(targets.Zip(counts, static (target, count) => target * count).Sum() / counts.Sum(), 1e-6, 1 - 1e-6);
        weights[^1] = Math.Log(mean / (1 - mean));
        double loss = Loss(rows, targets, counts, weights, ridge);
        for (int step = 0; step < MostSteps; step++)
        {
            double[] direction = Direction(rows, targets, counts, weights, ridge);
            double scale = 1;
            double[] next = Moved(weights, direction, scale);
            double nextLoss = Loss(rows, targets, counts, next, ridge);
            while (!(nextLoss <= loss) && scale > 1e-6)
            {
                scale /= 2;
                next = Moved(weights, direction, scale);
                nextLoss = Loss(rows, targets, counts, next, ridge);
            }

            if (!(nextLoss < loss - (Enough * (1 + Math.Abs(loss)))))
            {
                break;
            }

            (weights, loss) = (next, nextLoss);
        }

        return (weights, loss);
    }

    private static double Score(double[] row, double[] weights)
    {
        double score = weights[^1];
        for (int j = 0; j < row.Length; j++)
        {
            score += weights[j] * row[j];
        }

        return score;
    }

    private static double Loss(double[][] rows, double[] targets, double[] counts, double[] weights, double ridge)
    {
        double loss = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            // log(1 + e^s) - t s, without an overflow.
            double score = Score(rows[i], weights);
            loss += counts[i] * (Math.Max(score, 0) + Math.Log(1 + Math.Exp(-Math.Abs(score))) - (targets[i] * score));
        }

        for (int j = 0; j < weights.Length - 1; j++)
        {
            loss += ridge / 2 * weights[j] * weights[j];
        }

        return loss;
    }

    private static double[] Direction(double[][] rows, double[] targets, double[] counts, double[] weights, double ridge)
    {
        int size = weights.Length;
        double[] gradient = new double[size];
        double[,] curvature = new double[size, size];
        for (int i = 0; i < rows.Length; i++)
        {
            double p = 1 / (1 + Math.Exp(-Score(rows[i], weights)));
            for (int j = 0; j < size; j++)
            {
                double x = j < size - 1 ? rows[i][j] : 1;
                gradient[j] += counts[i] * (p - targets[i]) * x;
                for (int k = 0; k <= j; k++)
                {
                    curvature[j, k] += counts[i] * p * (1 - p) * x * (k < size - 1 ? rows[i][k] : 1);
                }
            }
        }

        for (int j = 0; j < size; j++)
        {
            gradient[j] += j < size - 1 ? ridge * weights[j] : 0;
            curvature[j, j] += (j < size - 1 ? ridge : 0) + 1e-9;
        }

        return Solve(curvature, gradient);
    }

    /// <summary>Solves for a symmetric matrix, of which the lower half is given, by Cholesky's method.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        double[] x = [.. right];
        for (int j = 0; j < size; j++)
        {
            for (int k = 0; k < j; k++)
            {
                for (int i = j; i < size; i++)
                {
                    matrix[i, j] -= matrix[i, k] * matrix[j, k];
                }
            }

            double root = Math.Sqrt(Math.Max(matrix[j, j], 1e-12));
            for (int i = j; i < size; i++)
            {
                matrix[i, j] /= root;
            }
        }

        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < i; k++)
            {
                x[i] -= matrix[i, k] * x[k];
            }

            x[i] /= matrix[i, i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < size; k++)
            {
                x[i] -= matrix[k, i] * x[k];
            }

            x[i] /= matrix[i, i];
        }

        return x;
    }

    private static double[] Moved(double[] weights, double[] direction, double scale) => [.. weights.Zip(direction, (w, d) => w - (scale * d))];
}
