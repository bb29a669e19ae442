using System.CommandLine;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Conversations;
using GroomingSignals.Data;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>rules diff OLD NEW --data CORPUS</c></summary>
internal static class RulesDiffCommand
{
    public const string Description = "Show which conversations of a corpus change severity from one pack to another, and by which ledger lines.";

    private const string BuiltIn = "built-in";

    public static string[] Examples { get; } =
    [
        "grooming-signals rules diff pack-v1/ pack-v2/ --data corpus.jsonl.gz",
        "grooming-signals rules diff built-in my-pack.yaml --data benign.jsonl --format json",
    ];

    public static Command Create(CommandContext context)
    {
        var old = new Argument<string>("OLD") { Description = $"The pack before (a file or a folder), or '{BuiltIn}'." };
        var @new = new Argument<string>("NEW") { Description = $"The pack after (a file or a folder), or '{BuiltIn}'." };
        var data = new Option<string[]>("--data")
        {
            HelpName = "CORPUS",
            Description = "Conversations to compare on. May be repeated.",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> policy = OptionFactory.Policy();
        Option<string> format = OptionFactory.Format("table", "json");
        Option<int> threads = OptionFactory.Threads();
        var command = new Command("diff") { old, @new, data, policy, format, threads };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                RiskAnalyzer before = Load(parsed.GetRequiredValue(old), parsed.GetValue(policy));
                RiskAnalyzer after = Load(parsed.GetRequiredValue(@new), parsed.GetValue(policy));
                var inputs = new InputFiles(parsed.GetRequiredValue(data), context);
                var options = new PipelineOptions { Threads = parsed.GetValue(threads) is > 0 and int n ? n : Environment.ProcessorCount };
                PackComparison comparison = Compare(before, after, inputs, options, context, cancellationToken);
                if (string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal))
                {
                    Report.Json(context, writer => Write(writer, comparison));
                }
                else
                {
                    Report.Table(context, PackComparisonRenderer.Render(comparison, context.Width));
                }

                return comparison.Errors > 0 ? ExitCode.Unreadable : comparison.Changes.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
            },
            CancellationToken.None));
        return command;
    }

    private static RiskAnalyzer Load(string pack, string? policy) =>
        AnalyzerLoader.Load(string.Equals(pack, BuiltIn, StringComparison.Ordinal) ? [] : [pack], policy);

    private static PackComparison Compare(
        RiskAnalyzer before, RiskAnalyzer after, InputFiles inputs, PipelineOptions options, CommandContext context, CancellationToken cancellationToken)
    {
        var comparison = new PackComparison();
        var progress = new ProgressLine(context.Error, context.Time, inputs.TotalBytes, context.ErrorIsTerminal);
        foreach (ReadResult<Pair> result in ConversationPipeline.Run(
            inputs.Records(), c => Pair.Of(c, before, after), options, cancellationToken))
        {
            if (!result.IsValue || result.Value.Refusal is not null)
            {
                comparison.Errors++;
                progress.Clear();
                ReadError error = result.Error ?? new ReadError(result.File, result.Line, result.Value!.Refusal!);
                context.Error.WriteLine(VisibleText.Of(error.ToString()));
                continue;
            }

            Pair pair = result.Value;
            comparison.Conversations++;
            if (pair.Old.Severity != pair.New.Severity)
            {
                comparison.Add(new SeverityChange(pair.Id, result.File, result.Line, pair.Old, pair.New, SeverityChange.Compare(pair.Old, pair.New)));
            }

            progress.Update(comparison.Conversations, inputs.BytesRead);
        }

        progress.Clear();
        return comparison;
    }

    private static void Write(Utf8JsonWriter writer, PackComparison comparison)
    {
        writer.WriteStartObject();
        writer.WriteNumber("conversations", comparison.Conversations);
        writer.WriteNumber("raised", comparison.Raised);
        writer.WriteNumber("lowered", comparison.Lowered);
        writer.WriteNumber("errors", comparison.Errors);
        writer.WriteStartArray("lines");
        foreach ((string name, int raised, int lowered) in comparison.ByLine)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteNumber("raised", raised);
            writer.WriteNumber("lowered", lowered);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("changes");
        foreach (SeverityChange change in comparison.Changes)
        {
            Write(writer, change);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SeverityChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("conversationId", change.ConversationId);
        writer.WriteString("file", change.File);
        writer.WriteNumber("line", change.Line);
        Write(writer, "old", change.Old);
        Write(writer, "new", change.New);
        writer.WriteStartArray("lines");
        foreach (LedgerChange line in change.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("name", line.Name);
            writer.WriteNumber("old", line.Old);
            writer.WriteNumber("new", line.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, RiskAssessment assessment)
    {
        writer.WriteStartObject(name);
        writer.WriteString("severity", AssessmentJson.Name(assessment.Severity));
        writer.WriteNumber("risk", assessment.Risk);
        writer.WriteNumber("rawScore", assessment.RawScore);
        writer.WriteString("from", assessment.From);
        writer.WriteString("towards", assessment.Towards);
        writer.WriteEndObject();
    }

    private sealed record Pair(string? Id, RiskAssessment Old, RiskAssessment New, string? Refusal)
    {
        public static Pair Of(Conversation conversation, RiskAnalyzer before, RiskAnalyzer after)
        {
            RiskAssessment? old = null;
            RiskAssessment? @new = null;
            string? refusal = Commands.Refusal.Of(() => (old, @new) = (before.Analyze(conversation), after.Analyze(conversation)));
            return new Pair(conversation.Id, old!, @new!, refusal);
        }
    }
}
