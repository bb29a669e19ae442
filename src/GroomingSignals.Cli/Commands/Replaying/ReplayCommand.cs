using System.CommandLine;
using System.Globalization;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary><c>replay --assessment FILE (--data FILE | --snapshot FILE)</c></summary>
internal static class ReplayCommand
{
    public const string Description =
        "Run recorded assessments again under the versions that they name: the same bytes, or exactly what is missing. Ends with 1 when something is not proved.";

    public static string[] Examples { get; } =
    [
        "grooming-signals replay --assessment assessments.ndjson --data chats.jsonl",
        "grooming-signals replay --assessment one.json --data chats.jsonl --rules my-pack.yaml --policy policy.yaml --model model.gsmodel",
        "grooming-signals replay --assessment one.json --snapshot state.bin",
    ];

    public static Command Create(CommandContext context)
    {
        var assessment = new Option<string>("--assessment") { HelpName = "FILE", Description = "Assessments as analyze writes them (json or ndjson); - is standard input.", Required = true };
        var data = new Option<string[]>("--data") { HelpName = "FILE", Description = "The conversations that were assessed, whole and as they were then, as JSON Lines or CSV; found by their ids. May be repeated.", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var snapshot = new Option<string?>("--snapshot") { HelpName = "FILE", Description = "A snapshot of the conversation's state instead of its messages: the bytes that ToSnapshot gave." };
        var conversation = new Option<string?>("--conversation") { HelpName = "ID", Description = "Replay the assessments of one conversation only." };
        var day = new Option<string?>("--as-of") { HelpName = "DATE", Description = "The day of the assessment, such as 2027-03-01, where the policy has overrides that expire. Today unless given." };
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<string?> model = OptionFactory.Model();
        Option<string> format = OptionFactory.Format("table", "json");
        var command = new Command("replay") { assessment, data, snapshot, conversation, day, rules, policy, model, format };
        command.Validators.Add(result =>
        {
            if (result.GetResult(data) is null == (result.GetValue(snapshot) is null))
            {
                result.AddError("Say what to replay from: either --data or --snapshot.");
            }

            if (result.GetValue(day) is { } date && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                result.AddError("--as-of is a date such as 2027-03-01.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => new ReplayRun(
                new ReplayOptions
                {
                    Assessment = parsed.GetRequiredValue(assessment),
                    Data = parsed.GetValue(data) ?? [],
                    Snapshot = parsed.GetValue(snapshot),
                    Conversation = parsed.GetValue(conversation),
                    AsOf = parsed.GetValue(day) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                    Rules = parsed.GetRequiredValue(rules),
                    Policy = parsed.GetValue(policy),
                    Model = parsed.GetValue(model),
                    Json = string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal),
                },
                context).Run(cancellationToken),
            CancellationToken.None));
        return command;
    }
}
