using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Data;
using GroomingSignals.Data.Scores;
using GroomingSignals.Evaluation.Comparison;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>compare A.csv B.csv</c></summary>
internal static class CompareCommand
{
    public const string Description =
        "Hold two classifiers against each other by their scores on the same conversations (CSV: id,fold,label,score,probability), anybody's: a paired bootstrap of every metric.";

    public static string[] Examples { get; } =
    [
        "grooming-signals compare ours.csv theirs.csv",
        "grooming-signals compare ours.csv theirs.csv --format json",
    ];

    public static Command Create(CommandContext context)
    {
        var a = new Argument<string>("A") { Description = "Scores, as evaluate --scores writes them; fold and probability may be missing." };
        var b = new Argument<string>("B") { Description = "Scores of another classifier on the same conversations." };
        Option<int> seed = OptionFactory.Seed();
        Option<string> format = OptionFactory.Format("table", "json");
        Option<int> threads = OptionFactory.Threads();
        var command = new Command("compare") { a, b, seed, format, threads };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                string nameA = parsed.GetRequiredValue(a);
                string nameB = parsed.GetRequiredValue(b);
                var errors = new ErrorLines(context.Error, static () => { });
                List<ScoreRow> scoresA = Read(nameA, errors);
                List<ScoreRow> scoresB = Read(nameB, errors);
                errors.Complete();
                var options = new ComparisonOptions { Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads) is > 0 and int n ? n : Environment.ProcessorCount };
                ScoreComparison comparison = ScoreComparison.Of(nameA, scoresA, nameB, scoresB, options, cancellationToken);
                if (string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal))
                {
                    Report.Json(context, writer => Write(writer, comparison));
                }
                else
                {
                    Report.Table(context, ComparisonRenderer.Render(comparison, context.Width));
                }

                if (comparison.Positives + comparison.Negatives == 0)
                {
                    throw new CommandException("the files share no conversation with the same label");
                }

                return errors.Count > 0 ? ExitCode.Unreadable : ExitCode.Clean;
            },
            CancellationToken.None));
        return command;
    }

    private static List<ScoreRow> Read(string path, ErrorLines errors)
    {
        List<ScoreRow> rows = [];
        foreach (ReadResult<ScoreRow> result in ScoreReader.Read(path))
        {
            if (result.IsValue)
            {
                rows.Add(result.Value);
            }
            else
            {
                errors.Add(result.Error);
            }
        }

        return rows;
    }

    private static void Write(Utf8JsonWriter writer, ScoreComparison comparison)
    {
        writer.WriteStartObject();
        writer.WriteString("a", comparison.NameA);
        writer.WriteString("b", comparison.NameB);
        writer.WriteNumber("positives", comparison.Positives);
        writer.WriteNumber("negatives", comparison.Negatives);
        Write(writer, "onlyInA", comparison.OnlyInA);
        Write(writer, "onlyInB", comparison.OnlyInB);
        Write(writer, "differentLabels", comparison.DifferentLabels);
        writer.WriteBoolean("hasFoldsA", comparison.HasFoldsA);
        writer.WriteBoolean("hasFoldsB", comparison.HasFoldsB);
        Write(writer, "differentFolds", comparison.DifferentFolds);
        writer.WriteStartArray("metrics");
        foreach (MetricComparison metric in comparison.Metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("metric", metric.Metric);
            Write(writer, "a", metric.A);
            Write(writer, "b", metric.B);
            Write(writer, "difference", metric.Difference);
            Write(writer, "lower", metric.Interval?.Lower);
            Write(writer, "upper", metric.Interval?.Upper);
            Write(writer, "shareABetter", metric.ShareABetter);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<string> ids)
    {
        writer.WriteStartArray(name);
        foreach (string id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
