namespace GroomingSignals.Training.Text;

/// <summary>The n-grams of a window of a conversation: their buckets, rising, and how often each counts.</summary>
/// <param name="Conversation">The index of the conversation.</param>
/// <param name="Share">The share of this window in its conversation: the windows of a conversation count as one together.</param>
/// <param name="Buckets">The buckets, rising.</param>
/// <param name="Counts">How often each counts: in each message at most twice.</param>
internal sealed record GramRow(int Conversation, float Share, int[] Buckets, byte[] Counts)
{
    private static readonly float[] Values = [.. Enumerable.Range(0, byte.MaxValue + 1).Select(static count => count <= 2 ? count : 2 + MathF.Log(count / 2f))];

    /// <summary>How much an n-gram says: what it says in one message as it is, beyond that only the logarithm, as scoring lets repeats speak softer.</summary>
    /// <param name="place">The place of the n-gram in the row.</param>
    public float ValueAt(int place) => Values[Counts[place]];
}
