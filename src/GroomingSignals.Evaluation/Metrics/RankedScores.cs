namespace GroomingSignals.Evaluation.Metrics;

/// <summary>Scores in descending order, sorted once, with equal scores as groups: what resampling changes is weights, never the order.</summary>
internal sealed class RankedScores
{
    private readonly double[] _scores;
    private readonly bool[] _labels;

    /// <exception cref="ArgumentException">A score is not a number, or a label is missing.</exception>
    public RankedScores(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        Arguments.RequireSameLength(scores.Length, labels.Length);
        double[] keys = new double[scores.Length];
        Order = new int[scores.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = double.IsNaN(scores[i]) ? throw new ArgumentException($"Score {i} is not a number.", nameof(scores)) : -scores[i];
            Order[i] = i;
        }

        Array.Sort(keys, Order);
        _scores = new double[keys.Length];
        _labels = new bool[keys.Length];
        for (int rank = 0; rank < keys.Length; rank++)
        {
            _scores[rank] = scores[Order[rank]];
            _labels[rank] = labels[Order[rank]];
        }
    }

    /// <summary>The index of the row of each rank.</summary>
    public int[] Order { get; }

    public int Count => _scores.Length;

    public bool LabelAt(int rank) => _labels[rank];

    public double ScoreAt(int rank) => _scores[rank];

    /// <summary>True when the next rank has a lower score.</summary>
    public bool EndsGroup(int rank) => rank + 1 == _scores.Length || _scores[rank + 1] != _scores[rank];

    /// <summary>The threshold that alerts exactly the ranks up to one: half way to the next lower score, so that it suits scores not seen yet.</summary>
    public double ThresholdAfter(int rank)
    {
        double here = _scores[rank];
        if (rank + 1 == _scores.Length)
        {
            return here;
        }

        double below = _scores[rank + 1];
        double middle = below + ((here - below) / 2);
        return middle > below && middle <= here ? middle : here;
    }
}
