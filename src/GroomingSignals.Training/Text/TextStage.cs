using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Training.Text;

/// <summary>
/// Learns the weights of n-grams: for each fold without the conversations of that fold, and then from all. Of a few recipes the one with the best
/// average precision on the conversations that were left out is taken.
/// </summary>
internal sealed class TextStage(GramCorpus corpus, int[] folds, int count, TextLearner learner)
{
    /// <summary>What is tried. Beyond <see cref="MostToTry"/> conversations only the first.</summary>
    private static readonly TextRecipe[] Recipes =
    [
        new(GramScale.Contrast, 1),
        new(GramScale.Rarity, 1),
        new(GramScale.Evidence, 0.3),
    ];

    /// <summary>On more conversations than this the recipes differ little, and trying them takes long.</summary>
    public const int MostToTry = 20_000;

    /// <summary>Learns.</summary>
    /// <param name="stages">Is told how far the work is.</param>
    public TextOutcome Learn(Stages stages)
    {
        TextOutcome? best = null;
        var recipes = corpus.Labels.Length <= MostToTry ? Recipes : Recipes[..1];
        foreach (var recipe in recipes)
        {
            stages.Begin("weights of n-grams", 0.5 / recipes.Length);
            var models = new TextModel[count];
            double[] scores = new double[corpus.Labels.Length];
            for (int fold = 0; fold < count; fold++)
            {
                stages.Token.ThrowIfCancellationRequested();
                models[fold] = Fit(recipe, row => folds[row.Conversation] != fold);
                Score(models[fold], fold, scores);
            }

            double precision = RankingMetrics.AveragePrecision(scores, corpus.Labels) ?? 0;
            if (best is null || precision > best.AveragePrecision)
            {
                best = new TextOutcome(recipe, models, models[0], precision);
            }
        }

        stages.Begin("weights of n-grams from all", 0.1);
        return best! with { Final = Fit(best!.Recipe, static _ => true) };
    }

    private TextModel Fit(TextRecipe recipe, Func<GramRow, bool> wanted) => learner.Learn([.. corpus.Rows.Where(wanted)], corpus.Labels, corpus.Bits, recipe);

    /// <summary>The score of a conversation of several windows is their mean, by share.</summary>
    private void Score(TextModel model, int fold, double[] scores)
    {
        foreach (var row in corpus.Rows)
        {
            if (folds[row.Conversation] == fold)
            {
                scores[row.Conversation] += row.Share * model.Score(row);
            }
        }
    }
}
