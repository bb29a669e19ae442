namespace GroomingSignals.Training.Text;

/// <summary>The n-grams of a window of a conversation: their buckets, rising, and how often each counts.</summary>
/// <param name="Conversation">The index of the conversation.</param>
/// <param name="Share">The share of this window in its conversation: the windows of a conversation count as one together.</param>
/// <param name="Buckets">The buckets, rising.</param>
/// <param name="Counts">How often each counts: in each message at most twice.</param>
internal sealed record GramRow(int Conversation, float Share, int[] Buckets, byte[] Counts);
