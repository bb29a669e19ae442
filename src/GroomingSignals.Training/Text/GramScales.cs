using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Text;

/// <summary>Computes the scales of n-grams from the conversations that are learnt from.</summary>
internal sealed class GramScales
{
    /// <summary>How many conversations of the average kind each share is drawn towards by.</summary>
    private const double Prior = 10;

    /// <summary>There are about five runs of characters for each word, so that the two kinds say about as much in sum when a word speaks twice as loud.</summary>
    public const double LoudnessOfWords = 2;

    private readonly int[] _all;
    private readonly int[] _positive;
    private readonly int _conversations;
    private readonly int _positives;
    private readonly int _fewest;

    /// <summary>Counts in how many conversations, and how many positive ones, each bucket stands.</summary>
    /// <param name="rows">The windows, those of a conversation one after the other.</param>
    /// <param name="labels">The label of each conversation.</param>
    /// <param name="bits">How many bits the number of a bucket has.</param>
    /// <param name="fewest">What stands in fewer conversations gets no weight.</param>
    public GramScales(IReadOnlyList<GramRow> rows, bool[] labels, int bits, int fewest)
    {
        _fewest = fewest;
        _all = new int[1 << bits];
        _positive = new int[1 << bits];
        int[] last = new int[1 << bits];
        int conversation = -1;
        foreach (var row in rows)
        {
            if (row.Conversation != conversation)
            {
                conversation = row.Conversation;
                _conversations++;
                _positives += labels[conversation] ? 1 : 0;
            }

            foreach (int bucket in row.Buckets)
            {
                if (last[bucket] != _conversations)
                {
                    last[bucket] = _conversations;
                    _all[bucket]++;
                    _positive[bucket] += labels[conversation] ? 1 : 0;
                }
            }
        }
    }

    /// <summary>The scale of each bucket; 0 for what stands in too few conversations.</summary>
    /// <param name="scale">Which.</param>
    /// <param name="loudnessOfWords">By how much louder words and their pairs speak than runs of characters.</param>
    public float[] Of(GramScale scale, double loudnessOfWords = LoudnessOfWords)
    {
        float[] scales = new float[_all.Length];
        for (int i = 0; i < scales.Length; i++)
        {
            double loudness = NGramTable.IsOfWords(i, scales.Length) ? loudnessOfWords : 1;
            scales[i] = _all[i] < _fewest ? 0 : (float)(loudness * Of(scale, _all[i], _positive[i]));
        }

        return scales;
    }

    private double Of(GramScale scale, int all, int positive)
    {
        double share = (double)_positives / _conversations;
        switch (scale)
        {
            case GramScale.Rarity:
                return Math.Log((1.0 + _conversations) / (1 + all)) + 1;
            case GramScale.Contrast:
                double inPositives = (positive + (Prior * share)) / (_positives + Prior);
                double inNegatives = (all - positive + (Prior * (1 - share))) / (_conversations - _positives + Prior);
                return 0.3 + Math.Abs(Math.Log(inPositives / inNegatives));
            default:
                double expected = all * share;
                double variance = expected * (1 - share) * (1 - ((double)all / _conversations));
                return (1.0 / 3) + (Math.Abs(positive - expected) / Math.Sqrt(variance + 0.5));
        }
    }
}
