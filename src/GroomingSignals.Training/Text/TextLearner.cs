using GroomingSignals.Evaluation;
using GroomingSignals.Text.NGrams;
using Microsoft.ML;

namespace GroomingSignals.Training.Text;

/// <summary>Learns the weights of n-grams.</summary>
/// <param name="seed">Decides the order in which the windows are learnt from.</param>
/// <param name="fewest">What stands in fewer conversations gets no weight.</param>
internal sealed class TextLearner(int seed, int fewest)
{
    /// <summary>How many n-grams without a say a text is taken to have beside its own: about half a short message.</summary>
    public const double Prior = 50;

    /// <summary>The smallest weight: an n-gram that was learnt and found to say nothing still counts as known.</summary>
    public const float Nothing = 1e-30f;

    /// <summary>In how many conversations an n-gram must stand: 2, and of many conversations one in twenty thousand.</summary>
    public static int FewestDocuments(int conversations) => Math.Max(2, conversations / 20_000);

    /// <summary>Learns from windows.</summary>
    /// <param name="rows">The windows, in the order of their conversations.</param>
    /// <param name="labels">The label of each conversation.</param>
    /// <param name="bits">How many bits the number of a bucket has.</param>
    /// <param name="recipe">How.</param>
    public TextModel Learn(IReadOnlyList<GramRow> rows, bool[] labels, int bits, TextRecipe recipe)
    {
        // Where each kind has its length by itself, no kind need be louder.
        bool counts = recipe.Length == GramLength.Counts;
        float[] scales = new GramScales(rows, labels, bits, fewest).Of(recipe.Scale, counts ? GramScales.LoudnessOfWords : 1);
        if (counts)
        {
            ToUnitLength(rows, scales);
        }

        GramRow[] order = [.. rows];
        SeededRandom.For(seed, 0).Shuffle<GramRow>(order);
        var context = new MLContext(seed);
        var examples = new GramExamples(order, labels, scales, recipe.Length, Prior);
        double windows = rows.Sum(static row => row.Share);
        var (model, _) = LinearLearner.Learn(context, examples.View(context), (float)(1 / (recipe.Cost * windows)), Passes(rows.Count));
        return new TextModel(Table(model, examples.Buckets, scales), model.Bias);
    }

    /// <summary>Many examples need fewer passes: each pass makes that many steps.</summary>
    private static int Passes(int rows) => Math.Clamp(400_000 / Math.Max(1, rows), 10, LinearLearner.MostPasses);

    /// <summary>The weights by which raw counts are multiplied.</summary>
    internal static NGramTable Table(LinearModel model, int[] buckets, float[] scales)
    {
        float[] weights = new float[scales.Length];
        for (int i = 0; i < buckets.Length; i++)
        {
            float weight = model.Weights[i] * scales[buckets[i]];
            weights[buckets[i]] = weight == 0 ? Nothing : weight;
        }

        return new NGramTable(weights, Prior);
    }

    /// <summary>Multiplies the scales by one number, so that the windows have length 1 in the root mean square: then the cost means the same for all data.</summary>
    private static void ToUnitLength(IReadOnlyList<GramRow> rows, float[] scales)
    {
        double sum = 0;
        foreach (var row in rows)
        {
            double squares = 0;
            long grams = 0;
            for (int i = 0; i < row.Buckets.Length; i++)
            {
                double value = row.ValueAt(i) * (double)scales[row.Buckets[i]];
                squares += value * value;
                grams += value != 0 ? row.Counts[i] : 0;
            }

            sum += squares / (grams + Prior);
        }

        float factor = sum > 0 ? (float)Math.Sqrt(rows.Count / sum) : 1;
        for (int i = 0; i < scales.Length; i++)
        {
            scales[i] *= factor;
        }
    }
}
