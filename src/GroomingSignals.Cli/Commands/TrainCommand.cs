using System.CommandLine;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>train --data FILE --out FILE</c></summary>
internal static class TrainCommand
{
    public const string Description = "Train a classifier on your own labelled conversations, beside the rules. It learns from what it is given and knows nothing else.";

    public static string[] Examples { get; } =
    [
        "grooming-signals train --data labelled.csv --out model.gsmodel",
        "grooming-signals train --data a.jsonl --data b.jsonl.gz --out model.gsmodel --seed 7 --participants global",
        "grooming-signals train --data labelled.csv --out model.gsmodel --rules my-pack.yaml --policy my-policy.yaml",
    ];

    public static Command Create(CommandContext context)
    {
        Option<string[]> data = OptionFactory.Data();
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "The model to write, for example model.gsmodel.", Required = true };
        Option<int> seed = OptionFactory.Seed();
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<string> participants = OptionFactory.Participants();
        Option<string?> card = OptionFactory.Write("--card", "Where to write the model card (Markdown). Beside the model unless given.");
        Option<string?> zip = OptionFactory.Write("--mlnet-zip", "Also write the forest as ML.NET's own zip, for ML.NET's tools; nothing here reads it.");
        Option<bool> strict = OptionFactory.Strict();
        var command = new Command("train") { data, output, seed, rules, policy, participants, card, zip, strict };
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new TrainOptions
            {
                Data = parsed.GetRequiredValue(data),
                Output = parsed.GetRequiredValue(output),
                Seed = parsed.GetValue(seed),
                Rules = parsed.GetRequiredValue(rules),
                Policy = parsed.GetValue(policy),
                GlobalParticipants = string.Equals(parsed.GetValue(participants), "global", StringComparison.Ordinal),
                Card = parsed.GetValue(card),
                MlNetZip = parsed.GetValue(zip),
                Strict = parsed.GetValue(strict),
            };
            return Task.Run(() => new TrainingRun(options, context).Run(cancellationToken), CancellationToken.None);
        });
        return command;
    }
}
