using System.CommandLine;
using System.Globalization;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;

namespace GroomingSignals.Cli.Commands.Tuning;

/// <summary><c>tune --data FILE --volume N --prevalence P --reviewers N --minutes-per-case M</c></summary>
internal static class TuneCommand
{
    public const string Description =
        "Plan thresholds on labelled conversations: what each would find, how many cases a day it would bring to so many reviewers, and which to choose.";

    public static string[] Examples { get; } =
    [
        "grooming-signals tune --data labelled.jsonl --volume 2000000 --prevalence 0.0001 --reviewers 6 --minutes-per-case 4",
        "grooming-signals tune --data labelled.csv --model model.gsmodel --volume 50000 --prevalence 0.001 --reviewers 2 --minutes-per-case 5 --out policy.yaml",
        "grooming-signals tune --data held-out.jsonl --policy policy.yaml --volume 50000 --prevalence 0.001 --reviewers 2 --minutes-per-case 5 --sensitivity",
    ];

    public static Command Create(CommandContext context)
    {
        Option<string[]> data = OptionFactory.Data();
        Option<string?> model = OptionFactory.Model();
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<double> volume = Number("--volume", "N", "Conversations on the platform a day.", v => v is > 0 and < 1e12, "above 0", required: true);
        Option<double> prevalence = Number("--prevalence", "P", "The share of these that are grooming, for example 0.0001. Nobody knows it well: see --sensitivity.", v => v is > 0 and < 1, "between 0 and 1", required: true);
        Option<double> reviewers = Number("--reviewers", "N", "Reviewers on a day.", v => v is > 0 and < 1e6, "above 0", required: true);
        Option<double> minutes = Number("--minutes-per-case", "M", "Minutes that a reviewer needs for a case.", v => v is > 0 and < 1e5, "above 0", required: true);
        Option<double> hours = Number("--hours-per-day", "H", "Hours a day that a reviewer looks at cases. 6 unless given.", v => v is > 0 and <= 24, "above 0 and at most 24", 6);
        Option<double> recall = Number("--recall-target", "R", "The share of each track's cases that the review queue should find, as far as the reviewers' day allows. 0.95 unless given.", v => v is > 0 and <= 1, "above 0 and at most 1", 0.95);
        Option<double> urgent = Number("--urgent-share", "S", "The share of the reviewers' day, or of the queue where that is shorter, that its urgent head may take. 0.25 unless given.", v => v is > 0 and <= 1, "above 0 and at most 1", 0.25);
        Option<double> precision = Number("--urgent-precision", "P", "The expected precision that the urgent head should have. None unless given.", v => v is > 0 and <= 1, "above 0 and at most 1", 0);
        var sensitivity = new Option<bool>("--sensitivity") { Description = "Show what becomes of the proposal if the prevalence is wrong by ten times either way." };
        Option<string?> output = OptionFactory.Write("--out", "Write the proposed thresholds as a policy.");
        Option<string> format = OptionFactory.Format("table", "json");
        Option<int> seed = OptionFactory.Seed();
        Option<int> threads = OptionFactory.Threads();
        Option<bool> strict = OptionFactory.Strict();
        var command = new Command("tune")
        {
            data, volume, prevalence, reviewers, minutes, hours, model, rules, policy, recall, urgent, precision, sensitivity, output, format, seed, threads, strict,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new TuneOptions
            {
                Data = parsed.GetRequiredValue(data),
                Model = parsed.GetValue(model),
                Rules = parsed.GetRequiredValue(rules),
                Policy = parsed.GetValue(policy),
                Platform = new PlatformAssumptions
                {
                    Volume = parsed.GetValue(volume),
                    Prevalence = parsed.GetValue(prevalence),
                    Reviewers = parsed.GetValue(reviewers),
                    MinutesPerCase = parsed.GetValue(minutes),
                    HoursPerDay = parsed.GetValue(hours),
                },
                Proposal = new ProposalOptions
                {
                    RecallTarget = parsed.GetValue(recall),
                    UrgentShare = parsed.GetValue(urgent),
                    UrgentPrecision = parsed.GetValue(precision) is > 0 and double p ? p : null,
                },
                Sensitivity = parsed.GetValue(sensitivity),
                Out = parsed.GetValue(output),
                Json = string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal),
                Seed = parsed.GetValue(seed),
                Threads = parsed.GetValue(threads) is > 0 and int n ? n : Environment.ProcessorCount,
                Strict = parsed.GetValue(strict),
                Command = "grooming-signals " + string.Join(' ', parsed.Tokens.Select(t => t.Value)),
            };
            return Task.Run(() => new TuneRun(options, context).Run(cancellationToken), CancellationToken.None);
        });
        return command;
    }

    private static Option<double> Number(string name, string help, string description, Func<double, bool> holds, string range, double? otherwise = null, bool required = false)
    {
        var option = new Option<double>(name) { HelpName = help, Description = description, Required = required };
        if (otherwise is { } value)
        {
            option.DefaultValueFactory = _ => value;
        }

        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double given) && !holds(given))
            {
                result.AddError($"{name} must be {range}.");
            }
        });
        return option;
    }
}
