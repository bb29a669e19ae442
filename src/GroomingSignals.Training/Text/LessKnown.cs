using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Text;

/// <summary>Tables as if less had been learnt than was.</summary>
internal static class LessKnown
{
    /// <summary>
    /// The weights without half of those that speak for ordinary talk, as where people talk of other everyday things than in the data. Which ones is a matter
    /// of the bucket's number, which is a hash.
    /// </summary>
    public static NGramTable OfOrdinaryTalk(NGramTable table)
    {
        float[] weights = [.. table.Weights];
        for (int bucket = 0; bucket < weights.Length; bucket += 2)
        {
            weights[bucket] = Math.Max(weights[bucket], 0);
        }

        return new NGramTable(weights, table.Prior, table.Loud);
    }
}
