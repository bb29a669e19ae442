using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Benchmarks.TfidfSvm;
using GroomingSignals.Data;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Results;
using GroomingSignals.RulePacks;
using GroomingSignals.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace GroomingSignals.Benchmarks;

/// <summary>Holds the full model against what is simpler, on the same folds of labelled data, with intervals.</summary>
internal static class Baselines
{
    private static readonly string[] Metrics = ["average-precision", "best-f1", "recall-at-fpr-1e-2", "recall-at-fpr-1e-3", "roc-auc"];

    /// <summary>Cross-validates on the data or, with a test set, trains on the data and measures on that.</summary>
    public static int Run(string[] arguments)
    {
        var (data, test, rules, only) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        var into = data;
        foreach (string argument in arguments)
        {
            if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                into = argument switch { "--test" => test, "--rules" => rules, "--only" => only, _ => null };
                if (into is null)
                {
                    break;
                }
            }
            else
            {
                into.Add(argument);
            }
        }

        if (into is null || data.Count == 0)
        {
            Console.Error.WriteLine("usage: baselines LABELLED... [--test LABELLED...] [--rules PACK...] [--only NAME...]   (JSON Lines or CSV with labels, plain or gzip)");
            return 2;
        }

        var packs = rules.Count == 0 ? [RulePack.BuiltIn] : rules.Select(path => RulePack.Load(path)).ToImmutableArray();
        var simpler = Simpler(packs);
        if (only.Find(name => !simpler.ContainsKey(name)) is { } unknown)
        {
            Console.Error.WriteLine($"there is no baseline '{unknown}'; there are: {string.Join("; ", simpler.Keys)}");
            return 2;
        }

        simpler = only.Count == 0 ? simpler : only.Distinct().ToDictionary(name => name, name => simpler[name], StringComparer.Ordinal);

        Print(test.Count == 0 ? CrossValidate(Read(data), packs, simpler) : Hold(Read(data), Read(test), packs, simpler), isHeldOut: test.Count > 0);
        return 0;
    }

    private static EvaluationResult CrossValidate(List<LabelledConversation> data, ImmutableArray<RulePack> packs, Dictionary<string, IConversationTrainer> simpler) =>
        Evaluator.CrossValidate(data, Full(packs), new EvaluationOptions(), simpler, new Progress());

    private static EvaluationResult Hold(List<LabelledConversation> data, List<LabelledConversation> test, ImmutableArray<RulePack> packs, Dictionary<string, IConversationTrainer> simpler)
    {
        var trained = simpler.ToDictionary(other => other.Key, other => other.Value.Train(data, 1), StringComparer.Ordinal);
        return Evaluator.Score(test, "full model", Full(packs).Train(data, 1), new EvaluationOptions(), trained, new Progress());
    }

    private static ClassifierTrainer Full(ImmutableArray<RulePack> packs) => new(new TrainingOptions { Packs = packs });

    private static Dictionary<string, IConversationTrainer> Simpler(ImmutableArray<RulePack> packs) => new(StringComparer.Ordinal)
    {
        ["FeaturizeText, SDCA"] = new BaselineTrainer("FeaturizeText, SDCA", context => context.BinaryClassification.Trainers.SdcaLogisticRegression(
            new SdcaLogisticRegressionBinaryTrainer.Options { NumberOfThreads = 1 })),
        ["FeaturizeText, FastTree"] = new BaselineTrainer("FeaturizeText, FastTree", context => context.BinaryClassification.Trainers.FastTree(
            new FastTreeBinaryTrainer.Options { NumberOfTrees = 100, NumberOfLeaves = 20, NumberOfThreads = 1 })),
        ["TF-IDF, linear SVM"] = new TfidfSvmTrainer(sublinear: false),
        ["TF-IDF (sublinear), linear SVM"] = new TfidfSvmTrainer(sublinear: true),
        ["rules only"] = new UntrainedScorer("rules only", new AnalyzerScorer(packs.Aggregate(new RiskAnalyzerBuilder(), (builder, pack) => builder.AddRulePack(pack)).Build())),
    };

    private static List<LabelledConversation> Read(List<string> paths)
    {
        var reader = new LabelledReader();
        return [.. paths.SelectMany(path => reader.Read(path)).Where(r => r.Value is not null).Select(r => r.Value!)];
    }

    private static void Print(EvaluationResult result, bool isHeldOut)
    {
        string how = isHeldOut ? "learnt from other files" : string.Create(CultureInfo.InvariantCulture, $"{result.Options.Folds} folds");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{result.Headline.Positives} positive and {result.Headline.Negatives} ordinary conversations, {how}, seed {result.Options.Seed}\n"));
        Console.WriteLine($"| | {string.Join(" | ", Metrics)} |\n|---|{string.Concat(Metrics.Select(_ => "---|"))}");
        foreach (var figures in result.Others.Where(f => f.Kind is FigureKind.Ablation or FigureKind.Baseline).Prepend(result.Headline))
        {
            Console.WriteLine($"| {figures.Name} | {string.Join(" | ", Metrics.Select(metric => Cell(figures, metric)))} |");
        }
    }

    private static string Cell(ScorerFigures figures, string metric)
    {
        var estimate = figures[metric];
        return estimate.Value is not { } value ? "-" : estimate.Interval is { } interval
            ? string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ({interval.Lower:0.000} to {interval.Upper:0.000})")
            : string.Create(CultureInfo.InvariantCulture, $"{value:0.000}");
    }

    /// <summary>Tells on standard error how far the work is: the learners of a tree over all n-grams take minutes.</summary>
    private sealed class Progress : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done,4:P0} {value.Stage}"));
    }
}
