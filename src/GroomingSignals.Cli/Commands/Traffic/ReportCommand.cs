using System.CommandLine;
using System.Globalization;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands.Traffic;

/// <summary><c>report --data CORPUS --out FILE</c></summary>
internal static class ReportCommand
{
    public const string Description =
        "Look at traffic that nobody has labelled: volumes by severity, track, tactic and rule, noisy rules, and shadow-mode rules as if live, in one HTML file.";

    public static string[] Examples { get; } =
    [
        "grooming-signals report --data yesterday.jsonl.gz --out report.html",
        "grooming-signals report --data yesterday.jsonl.gz --out report.html --policy policy.yaml --volume 2000000",
    ];

    public static Command Create(CommandContext context)
    {
        var data = new Option<string[]>("--data")
        {
            HelpName = "CORPUS",
            Description = "Conversations as JSON Lines or CSV, plain or gzip; labels are passed over; - is standard input. May be repeated.",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "Where the report is written.", Required = true };
        var volume = new Option<double?>("--volume") { HelpName = "N", Description = "Conversations on the platform a day, to say what the queue would bring." };
        volume.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double given) && given is not (> 0 and < 1e12))
            {
                result.AddError("--volume must be above 0.");
            }
        });
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<string?> model = OptionFactory.Model();
        Option<int> threads = OptionFactory.Threads();
        Option<bool> strict = OptionFactory.Strict();
        var command = new Command("report") { data, output, rules, policy, model, volume, threads, strict };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => new ReportRun(
                new ReportOptions
                {
                    Data = parsed.GetRequiredValue(data),
                    Out = parsed.GetRequiredValue(output),
                    Rules = parsed.GetRequiredValue(rules),
                    Policy = parsed.GetValue(policy),
                    Model = parsed.GetValue(model),
                    Volume = parsed.GetValue(volume),
                    Threads = parsed.GetValue(threads) is > 0 and int n ? n : Environment.ProcessorCount,
                    Strict = parsed.GetValue(strict),
                    Command = "grooming-signals " + string.Join(' ', parsed.Tokens.Select(t => t.Value)),
                },
                context).Run(cancellationToken),
            CancellationToken.None));
        return command;
    }
}
