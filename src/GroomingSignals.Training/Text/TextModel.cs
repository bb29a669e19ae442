using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Text;

/// <summary>The learnt weights of n-grams.</summary>
/// <param name="Table">The weights as scoring uses them.</param>
/// <param name="Bias">What the learner added to every score; the fusion has a bias of its own.</param>
internal sealed record TextModel(NGramTable Table, double Bias)
{
    /// <summary>The text score of a window, as scoring computes it.</summary>
    public static double Score(NGramTable table, GramRow row)
    {
        var weights = table.Weights;
        double sum = 0;
        long grams = 0;
        for (int i = 0; i < row.Buckets.Length; i++)
        {
            float weight = weights[row.Buckets[i]];
            sum += (double)row.ValueAt(i) * weight;
            grams += weight != 0 ? row.Counts[i] : 0;
        }

        return table.Normalise(sum, grams);
    }
}
