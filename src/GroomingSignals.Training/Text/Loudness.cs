using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Text;

/// <summary>Decides from which weight on an n-gram is loud: the largest weights, two fifths of all that is said.</summary>
internal static class Loudness
{
    /// <summary>The part of all occurrences of n-grams that is loud.</summary>
    private const double Share = 0.4;

    /// <summary>Gives a table its limit.</summary>
    /// <param name="table">The weights.</param>
    /// <param name="rows">The windows that were learnt from.</param>
    public static NGramTable Limit(NGramTable table, IEnumerable<GramRow> rows)
    {
        long[] occurrences = new long[table.Weights.Length];
        foreach (var row in rows)
        {
            for (int i = 0; i < row.Buckets.Length; i++)
            {
                occurrences[row.Buckets[i]] += row.Counts[i];
            }
        }

        float[] weights = table.Weights.ToArray();
        int[] heard = [.. Enumerable.Range(0, weights.Length).Where(bucket => weights[bucket] != 0 && occurrences[bucket] > 0)];
        Array.Sort(heard, (a, b) => Math.Abs(weights[a]) != Math.Abs(weights[b]) ? Math.Abs(weights[b]).CompareTo(Math.Abs(weights[a])) : a.CompareTo(b));
        double left = Share * heard.Sum(bucket => occurrences[bucket]);
        float loud = float.MaxValue;
        foreach (int bucket in heard)
        {
            left -= occurrences[bucket];
            if (left < 0)
            {
                break;
            }

            loud = Math.Abs(weights[bucket]);
        }

        return new NGramTable(weights, table.Prior, loud);
    }
}
