namespace GroomingSignals.Text.NGrams;

/// <summary>
/// The loud n-grams of one message: those with weights so large that saying one again and again would drown everything else. Of each the weight and a
/// place that it shares with many others; no text, and nothing from which it could be told. Reused from message to message.
/// </summary>
internal sealed class LoudGrams
{
    /// <summary>How many places there are.</summary>
    public const int Places = 512;

    /// <summary>More than so many are not kept of one message.</summary>
    public const int Most = 512;

    // One more than are kept: what comes last is written whether it is loud or not, and counted only when it is.
    private readonly ushort[] _places = new ushort[Most + 1];
    private readonly float[] _weights = new float[Most + 1];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The place of each.</summary>
    public ReadOnlySpan<ushort> PlaceOf => _places.AsSpan(0, Count);

    /// <summary>The weight of each.</summary>
    public ReadOnlySpan<float> WeightOf => _weights.AsSpan(0, Count);

    /// <summary>Forgets the last message.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds those n-grams that are loud, as long as there is room. Which are loud cannot be foretold, so there is no branch on it.</summary>
    /// <param name="buckets">Their buckets.</param>
    /// <param name="weights">The weight of each bucket.</param>
    /// <param name="limit">From which weight on, by size, one is loud.</param>
    public void Add(ReadOnlySpan<int> buckets, ReadOnlySpan<float> weights, float limit)
    {
        int count = Count;
        foreach (int bucket in buckets)
        {
            // Buckets are the high bits of a hash; their own low bits are as good, and neighbours in the table need not be neighbours here.
            float weight = weights[bucket];
            _places[count] = (ushort)(bucket % Places);
            _weights[count] = weight;
            count = Math.Min(count + (MathF.Abs(weight) >= limit ? 1 : 0), Most);
        }

        Count = count;
    }
}
