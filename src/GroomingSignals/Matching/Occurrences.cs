namespace GroomingSignals.Matching;

/// <summary>
/// Keeps the occurrences that a scan finds, without asking what they are for: of most messages nobody will. Reused.
/// </summary>
internal sealed class Occurrences
{
    /// <summary>Room that is not given back; a longer text leaves no more behind.</summary>
    private const int Kept = 4096;

    private Occurrence[] _found = new Occurrence[64];
    private int _count;

    /// <summary>The lowest literal that was found: literals are numbered by rank. None is the highest number there is.</summary>
    public int Lowest { get; private set; } = int.MaxValue;

    public ReadOnlySpan<Occurrence> Found => _found.AsSpan(0, _count);

    public void Clear()
    {
        _count = 0;
        Lowest = int.MaxValue;
        if (_found.Length > Kept)
        {
            _found = new Occurrence[Kept];
        }
    }

    public void Add(int literal, int start, int end)
    {
        if (_count == _found.Length)
        {
            Array.Resize(ref _found, _count * 2);
        }

        _found[_count++] = new Occurrence(literal, start, end);
        Lowest = Math.Min(Lowest, literal);
    }
}
