using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Text;

/// <summary>
/// Learns the weights of n-grams: for each fold without the conversations of that fold, and then from all. Tables of two recipes are averaged, each with
/// the same say, which costs nothing when scoring; a single recipe is taken in their place only where it is clearly better on the conversations left out.
/// </summary>
/// <param name="corpus">The n-grams.</param>
/// <param name="folds">The fold of each conversation.</param>
/// <param name="count">How many folds there are.</param>
/// <param name="learner">Learns one table.</param>
/// <param name="threads">How many tables are learnt at once, and what stops the work.</param>
internal sealed class TextStage(GramCorpus corpus, int[] folds, int count, TextLearner learner, ParallelOptions threads)
{
    /// <summary>Beyond so many conversations the single recipes are not tried: they differ little there, and a trial takes long.</summary>
    public const int MostToTry = 20_000;

    /// <summary>By how much the average precision of a single recipe must be better. Choices within the noise would only add noise.</summary>
    private const double Clearly = 0.02;

    /// <summary>
    /// Rare n-grams speak louder, as in TF-IDF, and windows of all lengths teach as much. Why, and why errors may cost so much:
    /// <c>docs/adr/0020-two-recipes-that-differ.md</c> and <c>0017-few-cases-may-weigh-more.md</c>.
    /// </summary>
    internal static readonly TextRecipe Rarity = new(GramScale.Rarity, GramLength.Kinds, 16);

    /// <summary>N-grams whose shares of the classes differ speak louder.</summary>
    internal static readonly TextRecipe Contrast = new(GramScale.Contrast, GramLength.Counts, 4);

    /// <summary>N-grams whose difference is beyond chance speak louder.</summary>
    internal static readonly TextRecipe Evidence = new(GramScale.Evidence, GramLength.Counts, 1.2);

    /// <summary>Learns.</summary>
    /// <param name="stages">Is told how far the work is.</param>
    public TextOutcome Learn(Stages stages)
    {
        stages.Begin("weights of n-grams", 0.4);
        bool tries = corpus.Labels.Length <= MostToTry;
        var rarity = Try(Rarity);
        var contrast = Try(Contrast);
        var both = rarity.With(contrast, corpus.Labels);
        var best = both;
        if (tries)
        {
            stages.Begin("weights of n-grams, other recipes", 0.2);
            TextTrial[] others = [rarity, contrast, Try(Evidence)];
            var other = others.MaxBy(static trial => trial.AveragePrecision)!;
            best = other.AveragePrecision > both.AveragePrecision + Clearly ? other : both;
        }

        stages.Begin("weights of n-grams from all", 0.1);
        var final = new NGramTable[best.Parts.Count];
        Parallel.For(0, final.Length, threads, i => final[i] = Fit(best.Parts[i].Recipe, static _ => true));
        return new TextOutcome(
            [.. best.Parts.Select(static part => part.Recipe)],
            [.. best.OfFolds.Select((table, fold) => Loudness.Limit(table, corpus.Rows.Where(row => folds[row.Conversation] != fold)))],
            Loudness.Limit(TextTrial.Sum(final, [.. best.Parts.Select(static part => part.Share)]), corpus.Rows),
            best.AveragePrecision);
    }

    private TextTrial Try(TextRecipe recipe)
    {
        var tables = new NGramTable[count];
        Parallel.For(0, count, threads, fold => tables[fold] = Fit(recipe, row => folds[row.Conversation] != fold));
        return TextTrial.Of(recipe, tables, corpus, folds);
    }

    private NGramTable Fit(TextRecipe recipe, Func<GramRow, bool> wanted) =>
        learner.Learn([.. corpus.Rows.Where(wanted)], corpus.Labels, corpus.Bits, recipe).Table;
}
