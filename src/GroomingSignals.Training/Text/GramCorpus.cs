using GroomingSignals.Data;

namespace GroomingSignals.Training.Text;

/// <summary>The n-grams of all conversations, pruned: what stands in too few conversations can be learnt by heart and nothing else.</summary>
internal sealed class GramCorpus
{
    private GramCorpus(List<GramRow> rows, bool[] labels, int bits)
    {
        Rows = rows;
        Labels = labels;
        Bits = bits;
    }

    /// <summary>The windows, in the order of their conversations.</summary>
    public List<GramRow> Rows { get; }

    /// <summary>The label of each conversation.</summary>
    public bool[] Labels { get; }

    public int Bits { get; }

    /// <summary>Reads conversations. The result does not depend on the number of threads.</summary>
    public static GramCorpus Read(IReadOnlyList<LabelledConversation> conversations, int bits, int characterLimit, int fewest, ParallelOptions threads)
    {
        var read = new GramRow[conversations.Count][];
        Parallel.For(
            0,
            conversations.Count,
            threads,
            () => new GramReader(bits, characterLimit),
            (i, _, reader) =>
            {
                read[i] = reader.Read(conversations[i].Conversation, i);
                return reader;
            },
            static _ => { });

        int[] documents = CountDocuments(read, 1 << bits);
        var rows = new List<GramRow>(read.Length);
        foreach (var windows in read)
        {
            foreach (var row in windows)
            {
                rows.Add(Prune(row, documents, fewest));
            }
        }

        return new GramCorpus(rows, [.. conversations.Select(c => c.Label is true)], bits);
    }

    /// <summary>In how many conversations each bucket stands.</summary>
    private static int[] CountDocuments(GramRow[][] read, int buckets)
    {
        int[] documents = new int[buckets];
        int[] last = new int[buckets];
        for (int i = 0; i < read.Length; i++)
        {
            foreach (var row in read[i])
            {
                foreach (int bucket in row.Buckets)
                {
                    documents[bucket] += last[bucket] == i + 1 ? 0 : 1;
                    last[bucket] = i + 1;
                }
            }
        }

        return documents;
    }

    private static GramRow Prune(GramRow row, int[] documents, int fewest)
    {
        int kept = 0;
        foreach (int bucket in row.Buckets)
        {
            kept += documents[bucket] >= fewest ? 1 : 0;
        }

        int[] buckets = new int[kept];
        byte[] counts = new byte[kept];
        int at = 0;
        for (int i = 0; i < row.Buckets.Length; i++)
        {
            if (documents[row.Buckets[i]] >= fewest)
            {
                buckets[at] = row.Buckets[i];
                counts[at++] = row.Counts[i];
            }
        }

        return row with { Buckets = buckets, Counts = counts };
    }
}
