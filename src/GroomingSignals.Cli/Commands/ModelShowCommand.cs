using System.CommandLine;
using System.Text;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Training.Cards;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>model show FILE</c></summary>
internal static class ModelShowCommand
{
    public const string Description = "Print the card of a trained classifier, and the hash of its content.";

    public static string[] Examples { get; } = ["grooming-signals model show model.gsmodel"];

    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The model." };
        var command = new Command("show") { file };
        command.SetAction(parsed =>
        {
            RiskClassifier model = AnalyzerLoader.LoadModel(parsed.GetRequiredValue(file));
            string card = ModelCards.Write(model.Manifest).TrimEnd('\n');
            context.Output.Write(Encoding.UTF8.GetBytes($"{card}\n\ncontent hash: {model.ContentHash}\n"));
            context.Output.Flush();
            return ExitCode.Clean;
        });
        return command;
    }
}
