namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>
/// When each conversation first reached a threshold of one gate. The rises of all rows lie behind one another, so that a threshold is one pass over memory in
/// order; what was found for the last few thresholds is kept: while one handle moves, the other gates stay. Thread-safe.
/// </summary>
internal sealed class GateRises
{
    /// <summary>Of a row that never reached it.</summary>
    public const int Never = int.MaxValue;

    private const int Kept = 4;

    private readonly Lock _lock = new();
    private readonly LinkedList<(int Micros, int[] First)> _kept = new();
    private readonly int[] _starts;
    private readonly Rise[] _rises;

    public GateRises(ScoredRow[] rows, Gate gate)
    {
        _starts = new int[rows.Length + 1];
        for (int row = 0; row < rows.Length; row++)
        {
            _starts[row + 1] = _starts[row] + (rows[row].Rises[gate.Index]?.Length ?? 0);
        }

        _rises = new Rise[_starts[^1]];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row].Rises[gate.Index]?.CopyTo(_rises.AsSpan(_starts[row]));
        }
    }

    /// <summary>For each row how many messages had been seen when it first reached a threshold; <see cref="Never"/> where it did not. Not to be written to.</summary>
    public int[] FirstAt(int micros)
    {
        lock (_lock)
        {
            for (LinkedListNode<(int Micros, int[] First)>? node = _kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Micros == micros)
                {
                    return node.Value.First;
                }
            }

            int[] first = Find(micros);
            _kept.AddFirst((micros, first));
            if (_kept.Count > Kept)
            {
                _kept.RemoveLast();
            }

            return first;
        }
    }

    private int[] Find(int micros)
    {
        int[] first = new int[_starts.Length - 1];
        for (int row = 0; row < first.Length; row++)
        {
            int at = Never;
            for (int i = _starts[row]; i < _starts[row + 1]; i++)
            {
                if (_rises[i].Micros >= micros)
                {
                    at = _rises[i].Messages;
                    break;
                }
            }

            first[row] = at;
        }

        return first;
    }
}
