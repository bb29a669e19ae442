using GroomingSignals.Conversations;
using GroomingSignals.Text;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Text;

/// <summary>Reads conversations into rows of n-grams. It folds and hashes as scoring does, so that what is learnt is what is looked up. One a thread.</summary>
/// <param name="bits">How many bits the number of a bucket has.</param>
/// <param name="characterLimit">How many code units of a message are read at most.</param>
internal sealed class GramReader(int bits, int characterLimit)
{
    /// <summary>How many messages a window has at most. An n-gram that nearly all of them say twice counts 255 times, what fits a byte.</summary>
    public const int WindowMessages = 200;

    /// <summary>How many windows of a conversation are learnt from at most, evenly spaced.</summary>
    public const int MostWindows = 8;

    private readonly ViewText _view = new();
    private readonly byte[] _counts = new byte[1 << bits];
    private readonly List<int> _touched = [];

    /// <summary>Reads a conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="index">Its index.</param>
    /// <returns>A row for each window; one without n-grams for a conversation without messages.</returns>
    public GramRow[] Read(Conversation conversation, int index)
    {
        int windows = Math.Max(1, (conversation.Messages.Count + WindowMessages - 1) / WindowMessages);
        int kept = Math.Min(windows, MostWindows);
        var rows = new GramRow[kept];
        for (int i = 0; i < kept; i++)
        {
            int from = (int)((long)i * windows / kept) * WindowMessages;
            rows[i] = ReadWindow(conversation, index, from, 1f / kept);
        }

        return rows;
    }

    private GramRow ReadWindow(Conversation conversation, int index, int from, float share)
    {
        int to = Math.Min(from + WindowMessages, conversation.Messages.Count);
        var set = BucketSet.Mine(_counts.Length);
        for (int i = from; i < to; i++)
        {
            Folder.Fold(Head(conversation.Messages[i].Text), _view);
            var sink = new Counting(bits, set, _counts, _touched);
            NGramHasher.Walk(_view.Chars, ref sink);
            set.Clear();
        }

        int[] buckets = [.. _touched];
        Array.Sort(buckets);
        byte[] counts = new byte[buckets.Length];
        for (int i = 0; i < buckets.Length; i++)
        {
            counts[i] = _counts[buckets[i]];
            _counts[buckets[i]] = 0;
        }

        _touched.Clear();
        return new GramRow(index, share, buckets, counts);
    }

    private ReadOnlySpan<char> Head(string text)
    {
        if (text.Length <= characterLimit)
        {
            return text;
        }

        return text.AsSpan(0, characterLimit > 0 && char.IsHighSurrogate(text[characterLimit - 1]) ? characterLimit - 1 : characterLimit);
    }

    private readonly struct Counting(int bits, BucketSet set, byte[] counts, List<int> touched) : INGramSink
    {
        public void Add(ulong hash, NGramKind kind, int start, int end)
        {
            int bucket = NGramTable.BucketOf(hash, bits);
            if (set.Add(bucket))
            {
                if (counts[bucket] == 0)
                {
                    touched.Add(bucket);
                }

                counts[bucket] += counts[bucket] == byte.MaxValue ? (byte)0 : (byte)1;
            }
        }
    }
}
