using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using GroomingSignals.Assessment;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Features;
using GroomingSignals.Policy;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Training.Forests;
using GroomingSignals.Training.Fusing;
using GroomingSignals.Training.Text;

namespace GroomingSignals.Training.Cards;

/// <summary>Writes down what a model was learnt from, how, and how well the voices did on conversations they had not learnt from.</summary>
internal static class ManifestWriter
{
    /// <summary>Below so many positives the figures say little, and a warning says so.</summary>
    private const int FewPositives = 100;

    public static ClassifierManifest Write(
        LabelledConversation[] conversations, TrainingOptions options, int seed, ClassifierParts parts, double[] scores, double[] peaks, TextOutcome? text)
    {
        bool[] labels = [.. conversations.Select(static c => c.Label is true)];
        int positives = labels.Count(static label => label);
        return new ClassifierManifest
        {
            Id = options.Id,
            Version = options.Version,
            Engine = typeof(RiskAnalyzer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
            FeatureSchema = FeatureSchema.Hash,
            Packs = [.. options.Packs.Select(static pack => new PackVersion(pack.Id, pack.Version, pack.Hash))],
            Scoring = PolicyFingerprint.Of(options.Policy, DateOnly.MinValue),
            DataFingerprint = DataFingerprint.Of(conversations),
            Conversations = conversations.Length,
            Positives = positives,
            TrainingPrevalence = (double)positives / conversations.Length,
            Seed = seed,
            Calibration = parts.Calibrator?.Name ?? "none",
            Options = Options(options, parts, text),
            Metrics = Metrics(scores, peaks, labels, parts),
            Warnings = Warnings(conversations, positives, Share(peaks, labels, parts.Thresholds.Review, positive: true)),
        };
    }

    private static ImmutableSortedDictionary<string, string> Options(TrainingOptions options, ClassifierParts parts, TextOutcome? text)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        all["voices"] = options.Voices.ToString();
        all["inner-folds"] = Invariant(options.InnerFolds);
        all["forest.trees"] = Invariant(parts.Forest.Trees.Length);
        all["forest.leaves"] = Invariant(ForestLearner.Leaves);
        all["thresholds.false-positive-rates"] = string.Join(' ', ThresholdChooser.Rates.Select(static rate => Invariant(rate)));
        all["thresholds.cases-reached-without-rules"] = string.Join(' ', ThresholdChooser.ReachedUnheard.Select(static share => Invariant(share)));
        all["thresholds.cases-reached"] = string.Join(' ', ThresholdChooser.Reached.Select(static share => Invariant(share)));
        all["fusion.weights"] = $"rules {Invariant(Rounded(parts.Fusion.Rules))} text {Invariant(Rounded(parts.Fusion.Text))} forest {Invariant(Rounded(parts.Fusion.Forest))}";
        if (text is not null)
        {
            all["text.bits"] = Invariant(options.GramBits);
            all["text.recipe"] = string.Join(" + ", text.Recipes.Select(static recipe => $"{recipe.Scale} {recipe.Length} {Invariant(recipe.Cost)}"));
            all["text.windows"] = $"{GramReader.WindowMessages} messages, at most {GramReader.MostWindows} a conversation";
        }

        return all.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, double> Metrics(double[] scores, double[] peaks, bool[] labels, ClassifierParts parts)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        Add("average-precision", RankingMetrics.AveragePrecision(scores, labels));
        Add("roc-auc", RankingMetrics.RocAuc(scores, labels));
        Add("best-f1", RankingMetrics.BestF1(scores, labels)?.Value);
        Add("recall-at-fpr-0.01", RankingMetrics.RecallAt(scores, labels, 0.01));
        Add("recall-at-fpr-0.001", RankingMetrics.RecallAt(scores, labels, 0.001));
        double[] thresholds = [parts.Thresholds.Low, parts.Thresholds.Review, parts.Thresholds.Urgent];
        string[] names = ["low", "review", "urgent"];
        for (int i = 0; i < names.Length; i++)
        {
            Add($"recall-at-{names[i]}", Share(peaks, labels, thresholds[i], positive: true));
            Add($"false-positive-rate-at-{names[i]}", Share(peaks, labels, thresholds[i], positive: false));
        }

        return all.ToImmutable();

        void Add(string name, double? value)
        {
            if (value is { } number && double.IsFinite(number))
            {
                all[name] = Rounded(number);
            }
        }
    }

    private static double Share(double[] scores, bool[] labels, double risk, bool positive)
    {
        int all = 0;
        int above = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            all += labels[i] == positive ? 1 : 0;
            above += labels[i] == positive && 1 / (1 + Math.Exp(-scores[i])) >= risk ? 1 : 0;
        }

        return (double)above / all;
    }

    private static ImmutableArray<string> Warnings(LabelledConversation[] conversations, int positives, double reachReview)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        int synthetic = conversations.Count(static c => c.Synthetic);
        if (synthetic > 0)
        {
            warnings.Add(Invariant($"{synthetic} of {conversations.Length} conversations are synthetic: the model proves that the machinery works and nothing about accuracy in the field."));
        }

        if (positives < FewPositives)
        {
            warnings.Add(Invariant($"Only {positives} conversations are positive: every figure is uncertain."));
        }

        int negatives = conversations.Length - positives;
        int needed = (int)Math.Ceiling(10 / ThresholdChooser.Rates[^1]);
        if (negatives < needed)
        {
            warnings.Add(Invariant($"{negatives} ordinary conversations are too few to see a false-positive rate of {ThresholdChooser.Rates[^1]}, for which {needed} are needed: the urgent threshold is drawn out beyond the scores that were seen."));
        }

        if (reachReview == 0)
        {
            warnings.Add(Invariant($"None of the {positives} cases reached review when it was left out: with these thresholds nobody would see them, whatever the ranking is worth."));
        }

        return warnings.ToImmutable();
    }

    private static double Rounded(double value) => Math.Round(value, 6);

    private static string Invariant(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
