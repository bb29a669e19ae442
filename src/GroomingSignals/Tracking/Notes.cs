namespace GroomingSignals.Tracking;

/// <summary>How often something was assumed, truncated or evicted. The codes are stable.</summary>
internal sealed class Notes
{
    private readonly SortedDictionary<(string Code, string Subject), int> _counts = new(Order.Instance);

    public int Count => _counts.Count;

    /// <summary>What they take in a snapshot at most.</summary>
    public int Bytes { get; private set; }

    public IEnumerable<(string Code, string Subject, int Count)> All => _counts.Select(n => (n.Key.Code, n.Key.Subject, n.Value));

    /// <summary>Notes something, of the whole conversation when the subject is empty. At most 48 different ones are kept apart.</summary>
    public void Add(string code, string subject = "", int count = 1)
    {
        if (_counts.Count >= 48 && !_counts.ContainsKey((code, subject)))
        {
            subject = "";
        }

        if (!_counts.TryGetValue((code, subject), out int known))
        {
            Bytes += StateSize.NoteBytes(code, subject);
        }

        _counts[(code, subject)] = (int)Math.Min(int.MaxValue, (long)known + count);
    }

    private sealed class Order : IComparer<(string Code, string Subject)>
    {
        public static Order Instance { get; } = new();

        public int Compare((string Code, string Subject) x, (string Code, string Subject) y)
        {
            int code = string.CompareOrdinal(x.Code, y.Code);
            return code != 0 ? code : string.CompareOrdinal(x.Subject, y.Subject);
        }
    }
}
