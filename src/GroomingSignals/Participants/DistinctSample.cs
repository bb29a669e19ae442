namespace GroomingSignals.Participants;

/// <summary>
/// Counts different things in constant room: the <see cref="Most"/> smallest 64-bit hashes are kept ("k minimum values": Bar-Yossef et al., 2002). Up to
/// so many the count is exact; beyond, it is (k − 1) / U, where U in (0, 1) is the k-th smallest hash, with a relative standard error of
/// 1/√(k − 2) (Beyer et al., 2007), here 12.7 %. What is kept hangs on the things that came and never on their order or number of times: a thing
/// that is among the smallest at the end has been so since it came, and what was said of it has been heard.
/// </summary>
internal sealed class DistinctSample
{
    internal const int Most = 64;

    /// <summary>1/√62, rounded up.</summary>
    internal const double RelativeError = 0.128;

    private readonly List<SampleEntry> _entries = [];

    /// <summary>What is kept, by rising key.</summary>
    public IReadOnlyList<SampleEntry> Entries => _entries;

    /// <summary>True when more different things came than are kept.</summary>
    public bool More { get; private set; }

    /// <summary>How many different things came.</summary>
    public long Count => More
        ? (long)UInt128.Min(((UInt128)(Most - 1) << 64) / Math.Max(1, _entries[^1].Key), int.MaxValue)
        : _entries.Count;

    /// <summary>How many of all things there are for so many of those that are kept.</summary>
    public long Scale(int kept) => More ? ((kept * Count) + (Most / 2)) / Most : kept;

    /// <summary>Takes in one thing.</summary>
    /// <returns>True when it, or what was said of it, was news.</returns>
    public bool Add(ulong key, long? first, RuleMarks rules)
    {
        int at = Find(key);
        if (at >= 0)
        {
            return _entries[at].Join(first, rules);
        }

        if (_entries.Count == Most)
        {
            bool was = More;
            More = true;
            if (~at == Most)
            {
                return !was;
            }

            _entries.RemoveAt(Most - 1);
        }

        var entry = new SampleEntry(key);
        entry.Join(first, rules);
        _entries.Insert(~at, entry);
        return true;
    }

    /// <summary>Takes in everything that another sample has seen.</summary>
    public bool Join(DistinctSample other)
    {
        bool news = false;
        foreach (var entry in other._entries)
        {
            news |= Add(entry.Key, entry.First, entry.Rules);
        }

        news |= other.More && !More;
        More |= other.More;
        return news;
    }

    private int Find(ulong key)
    {
        int low = 0;
        int high = _entries.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = _entries[middle].Key.CompareTo(key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
