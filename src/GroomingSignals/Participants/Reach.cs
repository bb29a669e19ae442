namespace GroomingSignals.Participants;

/// <summary>
/// Different possible minors, and the different conversations in which they are. What counts is the smaller of both: a group chat with thirty children is
/// one conversation, and thirty conversations with one child are one child.
/// </summary>
internal sealed class Reach
{
    public DistinctSample Minors { get; } = new();

    public DistinctSample Conversations { get; } = new();

    public long Count => Math.Min(Minors.Count, Conversations.Count);

    /// <summary>True when the count is an estimate.</summary>
    public bool IsEstimate => Minors.More || Conversations.More;

    public bool Join(Reach other) => Minors.Join(other.Minors) | Conversations.Join(other.Conversations);

    /// <summary>The most first times within a window, over minors and conversations alike; times that are not known are left out.</summary>
    public long MostWithin(long milliseconds) => Math.Min(MostWithin(Minors, milliseconds), MostWithin(Conversations, milliseconds));

    private static long MostWithin(DistinctSample sample, long milliseconds)
    {
        long[] times = [.. sample.Entries.Select(e => e.First).OfType<long>().Order()];
        int most = 0;
        for (int from = 0, to = 0; to < times.Length; to++)
        {
            while (times[to] - times[from] >= milliseconds)
            {
                from++;
            }

            most = Math.Max(most, to - from + 1);
        }

        return sample.Scale(most);
    }
}
