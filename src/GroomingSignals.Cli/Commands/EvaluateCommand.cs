using System.CommandLine;
using System.Globalization;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>evaluate --data FILE (--model FILE | --cv K | --rules-only)</c></summary>
internal static class EvaluateCommand
{
    public const string Description =
        "Measure the rules, a model, or a training by cross-validation on labelled conversations: figures with intervals, and what they mean where cases are rare.";

    public static string[] Examples { get; } =
    [
        "grooming-signals evaluate --data labelled.csv --cv 5 --report report.html",
        "grooming-signals evaluate --data labelled.csv --cv 5 --scores scores.csv --ablations",
        "grooming-signals evaluate --data test.jsonl --model model.gsmodel --prevalence 0.0002",
        "grooming-signals evaluate --data test.jsonl --rules-only --json result.json",
    ];

    public static Command Create(CommandContext context)
    {
        Option<string[]> data = OptionFactory.Data();
        Option<string?> model = OptionFactory.Model();
        Option<int> folds = new Option<int>("--cv") { HelpName = "K", Description = "Train on all folds but one and score that one, for each of K folds." }.Between(2, 50);
        var rulesOnly = new Option<bool>("--rules-only") { Description = "Measure the rules without a classifier." };
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<int> seed = OptionFactory.Seed();
        Option<double> prevalence = Prevalence();
        Option<string> participants = OptionFactory.Participants();
        var ablations = new Option<bool>("--ablations") { Description = "Hold parts against the whole, on the same folds: rules only, text only, features only. Takes as long again for each." };
        Option<string?> json = OptionFactory.Write("--json", "Write everything that was found as JSON.");
        Option<string?> scores = OptionFactory.Write("--scores", "Write the score of each conversation as CSV: id,fold,label,score,probability.");
        Option<string?> report = OptionFactory.Write("--report", "Write a report as one HTML file that needs no network.");
        Option<int> threads = OptionFactory.Threads();
        Option<bool> strict = OptionFactory.Strict();
        var command = new Command("evaluate")
        {
            data, model, folds, rulesOnly, rules, policy, seed, prevalence, participants, ablations, json, scores, report, threads, strict,
        };
        command.Validators.Add(result =>
        {
            int chosen = new Option[] { model, folds, rulesOnly }.Count(o => result.GetResult(o) is { Implicit: false });
            if (chosen != 1)
            {
                result.AddError("Say what to evaluate: exactly one of --model, --cv and --rules-only.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new EvaluateOptions
            {
                Data = parsed.GetRequiredValue(data),
                Model = parsed.GetValue(model),
                Folds = parsed.GetValue(folds) is > 0 and int k ? k : null,
                RulesOnly = parsed.GetValue(rulesOnly),
                Rules = parsed.GetRequiredValue(rules),
                Policy = parsed.GetValue(policy),
                Seed = parsed.GetValue(seed),
                Prevalence = parsed.GetValue(prevalence),
                GlobalParticipants = string.Equals(parsed.GetValue(participants), "global", StringComparison.Ordinal),
                Ablations = parsed.GetValue(ablations),
                Json = parsed.GetValue(json),
                Scores = parsed.GetValue(scores),
                Report = parsed.GetValue(report),
                Threads = parsed.GetValue(threads) is > 0 and int n ? n : Environment.ProcessorCount,
                Strict = parsed.GetValue(strict),
                Command = "grooming-signals " + string.Join(' ', parsed.Tokens.Select(t => t.Value)),
            };
            return Task.Run(() => new EvaluationRun(options, context).Run(cancellationToken), CancellationToken.None);
        });
        return command;
    }

    private static Option<double> Prevalence()
    {
        var option = new Option<double>("--prevalence")
        {
            HelpName = "P",
            Description = "The share of conversations on the platform that are grooming, to translate rates into alerts. 0.0001 unless given.",
            DefaultValueFactory = _ => 1e-4,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0
                && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is not (> 0 and < 1))
            {
                result.AddError("--prevalence lies between 0 and 1, for example 0.0001.");
            }
        });
        return option;
    }
}
