namespace GroomingSignals.Evaluation.Metrics;

/// <summary>Probabilities in ascending order, sorted once, for figures of calibration under weights.</summary>
internal sealed class RankedProbabilities
{
    public const int Bins = 15;

    private readonly double[] _probabilities;
    private readonly bool[] _labels;
    private readonly int[] _order;

    /// <exception cref="ArgumentException">A probability lies outside [0, 1], or a label is missing.</exception>
    public RankedProbabilities(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        Arguments.RequireSameLength(probabilities.Length, labels.Length);
        _probabilities = probabilities.ToArray();
        _order = new int[_probabilities.Length];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = _probabilities[i] is >= 0 and <= 1 ? i : throw new ArgumentException($"Probability {i} does not lie in [0, 1].", nameof(probabilities));
        }

        Array.Sort(_probabilities, _order);
        _labels = new bool[_order.Length];
        for (int rank = 0; rank < _order.Length; rank++)
        {
            _labels[rank] = labels[_order[rank]];
        }
    }

    /// <summary>The Brier score; NaN without rows.</summary>
    public double Brier(ReadOnlySpan<int> weights)
    {
        double sum = 0;
        long all = 0;
        for (int rank = 0; rank < _order.Length; rank++)
        {
            int weight = weights.IsEmpty ? 1 : weights[_order[rank]];
            double error = _probabilities[rank] - (_labels[rank] ? 1 : 0);
            sum += weight * error * error;
            all += weight;
        }

        return all > 0 ? sum / all : double.NaN;
    }

    /// <summary>The expected calibration error; NaN without rows.</summary>
    public double Error(ReadOnlySpan<int> weights, Span<CalibrationBin> bins)
    {
        bins.Clear();
        long all = 0;
        if (weights.IsEmpty)
        {
            all = _order.Length;
        }
        else
        {
            foreach (int weight in weights)
            {
                all += weight;
            }
        }

        long before = 0;
        for (int start = 0, end; start < _order.Length; start = end)
        {
            long here = 0;
            long positives = 0;
            for (end = start; end < _order.Length && _probabilities[end] == _probabilities[start]; end++)
            {
                int weight = weights.IsEmpty ? 1 : weights[_order[end]];
                here += weight;
                positives += _labels[end] ? weight : 0;
            }

            if (here > 0)
            {
                // The bin of the middle of the group: equal probabilities are never torn apart.
                ref CalibrationBin bin = ref bins[(int)(((2 * before) + here) * bins.Length / (2 * all))];
                bin = new CalibrationBin(bin.Count + here, bin.Positives + positives, bin.Sum + (here * _probabilities[start]));
                before += here;
            }
        }

        double error = 0;
        foreach (ref readonly CalibrationBin bin in bins)
        {
            error += Math.Abs(bin.Sum - bin.Positives);
        }

        return all > 0 ? error / all : double.NaN;
    }
}
