using System.Numerics;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>
/// Draws a part of the rows in which something besides the text (length, number of participants) tells the classes apart no more: within each
/// bin both classes stand in the proportion of the whole data, so that figures can be held against those of the whole.
/// </summary>
internal static class MatchedRows
{
    /// <summary>By half octaves of the length of the text.</summary>
    public static int[] ByLength(IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> rows, int seed) =>
        Draw(conversations, rows, seed, conversation =>
        {
            long square = conversation.Messages.Sum(m => (long)m.Text.Length);
            square = Math.Min(square, int.MaxValue) * Math.Min(square, int.MaxValue);
            return square == 0 ? -1 : BitOperations.Log2((ulong)square);
        });

    /// <summary>By the number of participants, five or more being one bin.</summary>
    public static int[] ByParticipants(IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> rows, int seed)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        return Draw(conversations, rows, seed, conversation =>
        {
            ParticipantIndex.Collect(conversation, ids);
            return Math.Min(ids.Count, 5);
        });
    }

    private static int[] Draw(IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> rows, int seed, Func<Conversation, int> binOf)
    {
        long positives = rows.LongCount(i => conversations[i].Label is true);
        long negatives = rows.Count - positives;
        if (positives == 0 || negatives == 0)
        {
            return [];
        }

        SeededRandom random = SeededRandom.For(seed, 2);
        List<int> drawn = [];
        foreach (var bin in rows.GroupBy(i => binOf(conversations[i].Conversation)).OrderBy(b => b.Key))
        {
            int[] cases = [.. bin.Where(i => conversations[i].Label is true)];
            int[] others = [.. bin.Where(i => conversations[i].Label is false)];

            // The largest part in which others / cases is negatives / positives.
            long fromCases = Math.Min(cases.Length, others.Length * positives / negatives);
            long fromOthers = Math.Min(others.Length, ((fromCases * negatives) + (positives / 2)) / positives);
            random.Shuffle<int>(cases);
            random.Shuffle<int>(others);
            drawn.AddRange(cases.Take((int)fromCases));
            drawn.AddRange(others.Take((int)fromOthers));
        }

        drawn.Sort();
        return [.. drawn];
    }
}
