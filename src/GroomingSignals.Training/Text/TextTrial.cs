using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Text;

/// <summary>Tables of one recipe or of several together, and what they say of the conversations from which they did not learn.</summary>
/// <param name="Parts">The recipes, each with what its weights are multiplied by.</param>
/// <param name="OfFolds">For each fold the weights that were learnt without it.</param>
/// <param name="Scores">What is said of each conversation that was left out.</param>
/// <param name="AveragePrecision">Of these scores.</param>
internal sealed record TextTrial(IReadOnlyList<TextPart> Parts, NGramTable[] OfFolds, double[] Scores, double AveragePrecision)
{
    /// <summary>The trial of one recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="tables">For each fold its weights.</param>
    /// <param name="corpus">The n-grams.</param>
    /// <param name="folds">The fold of each conversation.</param>
    public static TextTrial Of(TextRecipe recipe, NGramTable[] tables, GramCorpus corpus, int[] folds)
    {
        double[] scores = new double[corpus.Labels.Length];
        foreach (var row in corpus.Rows)
        {
            // The score of a conversation of several windows is their mean, by share.
            scores[row.Conversation] += row.Share * TextModel.Score(tables[folds[row.Conversation]], row);
        }

        return new TextTrial([new TextPart(recipe, 1)], tables, scores, Precision(scores, corpus.Labels));
    }

    /// <summary>The mean of this and another, after what each says was made to vary as much: weights of different recipes have different sizes.</summary>
    /// <param name="other">The other.</param>
    /// <param name="labels">The label of each conversation.</param>
    public TextTrial With(TextTrial other, bool[] labels)
    {
        double own = HalfASay(Scores);
        double others = HalfASay(other.Scores);
        double[] scores = [.. Scores.Zip(other.Scores, (first, second) => (own * first) + (others * second))];
        return new TextTrial(
            [.. Parts.Select(part => part with { Share = part.Share * own }), .. other.Parts.Select(part => part with { Share = part.Share * others })],
            [.. OfFolds.Zip(other.OfFolds, (first, second) => Sum([first, second], [own, others]))],
            scores,
            Precision(scores, labels));
    }

    /// <summary>One table of several, each multiplied by its share. What is known to one and not to another counts as known.</summary>
    public static NGramTable Sum(IReadOnlyList<NGramTable> tables, IReadOnlyList<double> shares)
    {
        float[] weights = new float[tables[0].Weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            double sum = 0;
            bool known = false;
            for (int table = 0; table < tables.Count; table++)
            {
                float weight = tables[table].Weights[i];
                sum += shares[table] * weight;
                known |= weight != 0;
            }

            weights[i] = known && (float)sum == 0 ? TextLearner.Nothing : (float)sum;
        }

        return new NGramTable(weights, tables[0].Prior);
    }

    private static double Precision(double[] scores, bool[] labels) => RankingMetrics.AveragePrecision(scores, labels) ?? 0;

    /// <summary>By what scores are multiplied for half a say; those that tell nothing apart are left as large as they are.</summary>
    private static double HalfASay(double[] scores) => Deviation.Of(scores) is > 0 and var deviation ? 0.5 / deviation : 0.5;
}
