namespace GroomingSignals.Benchmarks.TfidfSvm;

/// <summary>
/// A linear support vector machine with squared hinge loss and C = 1, as scikit-learn's <c>LinearSVC</c> has it by default: the intercept is one more
/// weight, and regularised. Solved in the dual by coordinate descent (C.-J. Hsieh et al., "A dual coordinate descent method for large-scale linear
/// SVM", ICML 2008), without shrinking.
/// </summary>
internal sealed class LinearSvm
{
    private const double C = 1;
    private const double Tolerance = 1e-4;
    private const int MostRounds = 1000;

    private readonly double[] _weights;

    private LinearSvm(double[] weights) => _weights = weights;

    /// <summary>Learns weights.</summary>
    /// <param name="rows">The vectors.</param>
    /// <param name="labels">Whether each is positive.</param>
    /// <param name="size">How many weights there are, without the intercept.</param>
    /// <param name="seed">Decides in which order the rows are visited.</param>
    public static LinearSvm Train(IReadOnlyList<(int Index, double Value)[]> rows, IReadOnlyList<bool> labels, int size, int seed)
    {
        var svm = new LinearSvm(new double[size + 1]);
        double[] alpha = new double[rows.Count];
        double[] curvature = [.. rows.Select(row => row.Sum(v => v.Value * v.Value) + 1 + (0.5 / C))];
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        var random = new Random(seed);
        for (int round = 0; round < MostRounds; round++)
        {
            random.Shuffle(order);
            double worst = 0;
            foreach (int i in order)
            {
                double y = labels[i] ? 1 : -1;
                double gradient = (y * svm.Score(rows[i])) - 1 + (0.5 / C * alpha[i]);
                double projected = alpha[i] == 0 ? Math.Min(gradient, 0) : gradient;
                worst = Math.Max(worst, Math.Abs(projected));
                if (projected != 0)
                {
                    double before = alpha[i];
                    alpha[i] = Math.Max(before - (gradient / curvature[i]), 0);
                    svm.Add(rows[i], (alpha[i] - before) * y);
                }
            }

            if (worst < Tolerance)
            {
                break;
            }
        }

        return svm;
    }

    /// <summary>The signed distance of a vector, times the length of the weights.</summary>
    public double Score((int Index, double Value)[] row)
    {
        double sum = _weights[^1];
        foreach (var (index, value) in row)
        {
            sum += _weights[index] * value;
        }

        return sum;
    }

    private void Add((int Index, double Value)[] row, double times)
    {
        foreach (var (index, value) in row)
        {
            _weights[index] += times * value;
        }

        _weights[^1] += times;
    }
}
