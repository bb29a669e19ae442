namespace GroomingSignals.Training.Text;

/// <summary>The n-grams of a window of a conversation: their buckets, rising, and in how many messages each stands.</summary>
/// <param name="Conversation">The index of the conversation.</param>
/// <param name="Share">The share of this window in its conversation: the windows of a conversation count as one together.</param>
/// <param name="Buckets">The buckets, rising.</param>
/// <param name="Counts">In how many messages of the window each stands.</param>
internal sealed record GramRow(int Conversation, float Share, int[] Buckets, byte[] Counts);
