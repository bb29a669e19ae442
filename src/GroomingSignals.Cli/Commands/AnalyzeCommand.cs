using System.CommandLine;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>analyze INPUT...</c></summary>
internal static class AnalyzeCommand
{
    public const string Description = "Analyse conversations: risk, severity, who towards whom, tactics, and the evidence for each.";

    public const string ExplainName = "--explain";

    public const string Shap = "shap";

    public static string[] Examples { get; } =
    [
        "grooming-signals analyze samples/data/conversations.jsonl",
        "grooming-signals analyze chats.csv --explain --show-text --min-severity review",
        "grooming-signals analyze chats.jsonl.gz --format ndjson --output assessments.ndjson --fail-on urgent",
        "grooming-signals analyze chats.jsonl --model model.gsmodel --explain shap",
        "zcat archive/*.gz | grooming-signals analyze - --format ndjson --rules my-pack.yaml --policy my-policy.yaml",
    ];

    public static Command Create(CommandContext context)
    {
        Argument<string[]> inputs = OptionFactory.Paths(
            "INPUT", "Conversations as JSON Lines or CSV, plain or gzip; - is standard input.", ArgumentArity.OneOrMore);
        Option<string> format = OptionFactory.Format("table", "json", "ndjson");
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<string?> model = OptionFactory.Model();
        Option<string> minSeverity = OptionFactory.Severity("--min-severity", "Write only conversations of at least this severity. All unless given.");
        Option<string> failOn = OptionFactory.Severity("--fail-on", "End with exit code 1 when a conversation has at least this severity.");
        Option<string> explain = Explain();
        var showText = new Option<bool>("--show-text") { Description = "Quote the words of the evidence in the table. Nothing else that this command writes has message text." };
        Option<int> threads = OptionFactory.Threads();
        Option<string?> output = OptionFactory.Output();
        Option<bool> strict = OptionFactory.Strict();
        var command = new Command("analyze") { inputs, format, rules, policy, model, minSeverity, failOn, explain, showText, threads, output, strict };
        command.Validators.Add(result =>
        {
            if (string.Equals(result.GetValue(explain), Shap, StringComparison.Ordinal) && result.GetValue(model) is null)
            {
                result.AddError("--explain shap explains a classifier: it needs --model.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new AnalyzeOptions
            {
                Inputs = parsed.GetRequiredValue(inputs),
                Format = parsed.GetRequiredValue(format),
                Rules = parsed.GetRequiredValue(rules),
                Policy = parsed.GetValue(policy),
                MinSeverity = SeverityNames.Find(parsed.GetValue(minSeverity)) ?? default,
                FailOn = SeverityNames.Find(parsed.GetValue(failOn)),
                Model = parsed.GetValue(model),
                Explain = parsed.GetResult(explain) is not null,
                Shap = string.Equals(parsed.GetValue(explain), Shap, StringComparison.Ordinal),
                ShowText = parsed.GetValue(showText),
                Threads = parsed.GetValue(threads) is > 0 and int n ? n : Environment.ProcessorCount,
                Output = parsed.GetValue(output),
                Strict = parsed.GetValue(strict),
            };
            return Task.Run(() => new AnalysisRun(options, context).Run(cancellationToken), CancellationToken.None);
        });
        return command;
    }

    /// <summary>Takes a value or none; <see cref="OptionalValue"/> keeps it from taking an input for its value.</summary>
    private static Option<string> Explain()
    {
        string[] values = [Shap, OptionalValue.Plain];
        var explain = new Option<string>(ExplainName)
        {
            HelpName = Shap,
            Description = "Lengthen the table: ledger, counterfactual, advice, assumptions, versions. With a model, in every format: the places of its n-grams, and with shap the exact shares of its features.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        explain.CompletionSources.Add(values);
        explain.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is var value && !values.Contains(value, StringComparer.Ordinal))
            {
                result.AddError($"{ExplainName} must be one of {string.Join(", ", values)}, not '{value}'{(Path.Exists(value) ? "" : "; nor is there an input of that name")}.");
            }
        });
        return explain;
    }
}
