using System.CommandLine;
using System.Globalization;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>workbench --data CORPUS</c></summary>
internal static class WorkbenchCommand
{
    public const string Description = "Open a local web page to tune thresholds, see the queue they bring, and look at conversations with their text masked.";

    public static string[] Examples { get; } =
    [
        "grooming-signals workbench --data labelled.csv",
        "grooming-signals workbench --data traffic.jsonl.gz --rules my-pack.yaml --policy my-policy.yaml --save my-policy.yaml",
        "grooming-signals workbench --data labelled.csv --model model.gsmodel --volume 500000 --prevalence 0.0002 --reviewers 3 --no-browser",
    ];

    public static Command Create(CommandContext context)
    {
        var data = new Option<string[]>("--data")
        {
            HelpName = "FILE",
            Description = "Conversations as JSON Lines or CSV, plain or gzip, labelled or not. May be repeated; ids are unique over all.",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<string?> model = OptionFactory.Model();
        var save = new Option<string>("--save")
        {
            HelpName = "FILE",
            Description = "Where the page saves a policy. A file that is there is replaced only when it is the one of --policy. workbench-policy.yaml unless given.",
            DefaultValueFactory = _ => "workbench-policy.yaml",
        };
        Option<double> volume = Above("--volume", "N", "Conversations a day on the platform, to begin with. 2000000 unless given.", 2_000_000);
        Option<double> prevalence = Above("--prevalence", "P", "The share of them that are grooming, to begin with. 0.0001 unless given.", 1e-4, 1);
        Option<double> reviewers = Above("--reviewers", "N", "How many people review on a day, to begin with. 6 unless given.", 6);
        Option<double> minutes = Above("--minutes-per-case", "M", "Minutes that a case takes, to begin with. 4 unless given.", 4);
        var wellness = new Option<string?>("--wellness") { HelpName = "FILE", Description = "When a break is due and what the page says then, as JSON; see 'schema wellness'." };
        Option<int> port = new Option<int>("--port") { HelpName = "N", Description = "The port on loopback. Any free one unless given." }.Between(0, 65_535);
        var noBrowser = new Option<bool>("--no-browser") { Description = "Only print the address." };
        Option<int> threads = OptionFactory.Threads();
        var command = new Command("workbench") { data, rules, policy, model, save, volume, prevalence, reviewers, minutes, wellness, port, noBrowser, threads };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new WorkbenchRunOptions
            {
                Data = parsed.GetRequiredValue(data),
                Rules = parsed.GetRequiredValue(rules),
                Policy = parsed.GetValue(policy),
                Model = parsed.GetValue(model),
                Save = parsed.GetRequiredValue(save),
                Workload = new(parsed.GetValue(volume), parsed.GetValue(prevalence), parsed.GetValue(reviewers), parsed.GetValue(minutes)),
                Wellness = parsed.GetValue(wellness),
                Port = parsed.GetValue(port),
                Browser = !parsed.GetValue(noBrowser),
                Threads = parsed.GetValue(threads) is > 0 and int n ? n : Environment.ProcessorCount,
            };
            return new WorkbenchRun(options, context).RunAsync(cancellationToken);
        });
        return command;
    }

    private static Option<double> Above(string name, string help, string description, double usual, double below = 1e12)
    {
        var option = new Option<double>(name) { HelpName = help, Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && !(value > 0 && value < below))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be above 0 and below {below:0}."));
            }
        });
        return option;
    }
}
