using System.CommandLine;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Data;
using GroomingSignals.Data.Pan12;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>convert pan12 --xml F --predators F [--lines F] --out F</c></summary>
internal static class ConvertPan12Command
{
    public const string Description =
        "Convert a corpus in the format of PAN-2012 to labelled JSON Lines. The corpus is yours: none is shipped or fetched. Its times of day stay times of day.";

    private const int WriteBuffer = 1 << 16;

    public static string[] Examples { get; } =
    [
        "grooming-signals convert pan12 --xml corpus.xml --predators predators.txt --out corpus.jsonl",
        "grooming-signals convert pan12 --xml corpus.xml.gz --predators predators.txt --lines lines.txt --out corpus.jsonl",
    ];

    public static Command Create(CommandContext context)
    {
        var xml = new Option<string>("--xml") { HelpName = "FILE", Description = "The conversations, plain or gzip.", Required = true };
        var predators = new Option<string>("--predators") { HelpName = "FILE", Description = "The ids of the authors who groom, one a line.", Required = true };
        var lines = new Option<string?>("--lines") { HelpName = "FILE", Description = "The lines that show grooming: conversation, tab, line." };
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "The file to write; - is standard output.", Required = true };
        var command = new Command("pan12") { xml, predators, lines, output };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                Pan12Labels labels = Load(parsed.GetRequiredValue(predators), parsed.GetValue(lines));
                var conversion = new Pan12Conversion(new ErrorLines(context.Error, static () => { }), cancellationToken);
                using OutputTarget target = OutputTarget.Open(
                    parsed.GetRequiredValue(output), context, [parsed.GetRequiredValue(xml), parsed.GetRequiredValue(predators), parsed.GetValue(lines) ?? "-"]);
                var buffered = new BufferedStream(target.Stream, WriteBuffer);
                LabelledWriter.Write(buffered, conversion.Through(new Pan12Reader(labels).Read(parsed.GetRequiredValue(xml))));
                buffered.Flush();
                if (conversion.Failed)
                {
                    conversion.Report(context.Error, labels);
                    throw new CommandException($"nothing could be converted{(target.IsStandard ? "" : $"; {parsed.GetRequiredValue(output)} was not written")}");
                }

                target.Complete();
                conversion.Report(context.Error, labels);
                return conversion.Errors > 0 ? ExitCode.Unreadable : ExitCode.Clean;
            },
            CancellationToken.None));
        return command;
    }

    private static Pan12Labels Load(string predators, string? lines)
    {
        FileProblem.RequireFile(predators);
        if (lines is not null)
        {
            FileProblem.RequireFile(lines);
        }

        try
        {
            return Pan12Labels.Load(predators, lines);
        }
        catch (InvalidDataException e)
        {
            throw new CommandException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{predators}: {FileProblem.Of(e)}");
        }
    }
}
