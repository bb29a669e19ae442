using System.Globalization;
using GroomingSignals.Data;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Results;
using GroomingSignals.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace GroomingSignals.Benchmarks;

/// <summary>Holds the full model against what is simpler, on the same folds of labelled data, with intervals.</summary>
internal static class Baselines
{
    private static readonly string[] Metrics = ["average-precision", "best-f1", "recall-at-fpr-1e-2", "recall-at-fpr-1e-3", "roc-auc"];

    public static int Run(string[] paths)
    {
        if (paths.Length == 0)
        {
            Console.Error.WriteLine("usage: baselines LABELLED...   (JSON Lines or CSV with labels, plain or gzip)");
            return 2;
        }

        var reader = new LabelledReader();
        var data = paths.SelectMany(reader.Read).Where(r => r.Value is not null).Select(r => r.Value!).ToList();
        var others = new Dictionary<string, IConversationTrainer>(StringComparer.Ordinal)
        {
            ["FeaturizeText, SDCA"] = new BaselineTrainer("FeaturizeText, SDCA", context => context.BinaryClassification.Trainers.SdcaLogisticRegression(
                new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1 })),
            ["FeaturizeText, FastTree"] = new BaselineTrainer("FeaturizeText, FastTree", context => context.BinaryClassification.Trainers.FastTree(
                new FastTreeBinaryTrainer.Options { NumberOfTrees = 100, NumberOfLeaves = 20, NumberOfThreads = 1 })),
            ["rules only"] = new UntrainedScorer("rules only", new AnalyzerScorer(RiskAnalyzer.CreateDefault())),
        };
        var result = Evaluator.CrossValidate(data, new ClassifierTrainer(), new EvaluationOptions(), others);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Headline.Positives} positive and {result.Headline.Negatives} ordinary conversations, {result.Options.Folds} folds, seed {result.Options.Seed}\n"));
        Console.WriteLine($"| | {string.Join(" | ", Metrics)} |\n|---|{string.Concat(Metrics.Select(_ => "---|"))}");
        foreach (var figures in result.Others.Where(f => f.Kind is FigureKind.Ablation or FigureKind.Baseline).Prepend(result.Headline))
        {
            Console.WriteLine($"| {figures.Name} | {string.Join(" | ", Metrics.Select(metric => Cell(figures, metric)))} |");
        }

        return 0;
    }

    private static string Cell(ScorerFigures figures, string metric)
    {
        var estimate = figures[metric];
        return estimate.Value is not { } value ? "-" : estimate.Interval is { } interval
            ? string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ({interval.Lower:0.000} to {interval.Upper:0.000})")
            : string.Create(CultureInfo.InvariantCulture, $"{value:0.000}");
    }
}
