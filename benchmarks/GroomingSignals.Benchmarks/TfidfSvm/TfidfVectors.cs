namespace GroomingSignals.Benchmarks.TfidfSvm;

/// <summary>
/// Weights terms as scikit-learn's <c>TfidfVectorizer</c> does by default: the count times ln((1 + n) / (1 + df)) + 1, and each text's vector of
/// length 1. Or, sublinear, 1 + ln of the count.
/// </summary>
internal sealed class TfidfVectors
{
    private readonly Dictionary<string, (int Index, double Idf)> _terms = new(StringComparer.Ordinal);
    private readonly bool _sublinear;

    /// <summary>Learns the terms of texts.</summary>
    /// <param name="texts">The terms of each text, with their counts.</param>
    /// <param name="sublinear">True to take the logarithm of counts.</param>
    public TfidfVectors(IReadOnlyList<Dictionary<string, int>> texts, bool sublinear)
    {
        _sublinear = sublinear;
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (string term in text.Keys)
            {
                frequency[term] = frequency.GetValueOrDefault(term) + 1;
            }
        }

        foreach (var (term, count) in frequency)
        {
            _terms.Add(term, (_terms.Count, Math.Log((1.0 + texts.Count) / (1.0 + count)) + 1));
        }
    }

    /// <summary>How many terms there are.</summary>
    public int Count => _terms.Count;

    /// <summary>The vector of a text, without terms that were not learnt.</summary>
    /// <param name="text">Its terms, with their counts.</param>
    /// <param name="offset">Added to each index.</param>
    public IEnumerable<(int Index, double Value)> Of(Dictionary<string, int> text, int offset = 0)
    {
        var weighted = new List<(int Index, double Value)>(text.Count);
        double squares = 0;
        foreach (var (term, count) in text)
        {
            if (_terms.TryGetValue(term, out var known))
            {
                double value = (_sublinear ? 1 + Math.Log(count) : count) * known.Idf;
                weighted.Add((known.Index + offset, value));
                squares += value * value;
            }
        }

        double length = Math.Sqrt(squares);
        return weighted.ConvertAll(w => (w.Index, w.Value / length));
    }
}
