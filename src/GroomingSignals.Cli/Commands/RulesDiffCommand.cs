using System.CommandLine;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Commands.Comparing;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Policy;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>rules diff OLD NEW --data CORPUS</c></summary>
internal static class RulesDiffCommand
{
    public const string Description =
        "Show what a change of packs or policy would do to a corpus: which conversations enter and leave each queue, by which rules, and which change severity. Ends with 1 when a conversation is in another queue or has another severity.";

    public static string[] Examples { get; } =
    [
        "grooming-signals rules diff pack-v1/ pack-v2/ --data corpus.jsonl.gz",
        "grooming-signals rules diff built-in my-pack.yaml --data benign.jsonl --format json",
        "grooming-signals rules diff policy.yaml tuned.yaml --data corpus.jsonl --rules my-pack.yaml",
        "grooming-signals rules diff built-in my-pack.yaml+tuned.yaml --data corpus.jsonl --summary",
    ];

    public static Command Create(CommandContext context)
    {
        var old = new Argument<string>("OLD") { Description = $"What is before: a pack (a file or a folder), a policy, both joined with +, or '{SettingsLoader.BuiltIn}'." };
        var @new = new Argument<string>("NEW") { Description = $"What is after, in the same way." };
        var data = new Option<string[]>("--data")
        {
            HelpName = "CORPUS",
            Description = "Conversations to compare on. May be repeated.",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<string?> model = OptionFactory.Model();
        var summary = new Option<bool>("--summary") { Description = "Show the queues only, without each conversation." };
        Option<string> format = OptionFactory.Format("table", "json");
        Option<int> threads = OptionFactory.Threads();
        var command = new Command("diff") { old, @new, data, rules, policy, model, summary, format, threads };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var sides = new SettingsLoader(parsed.GetRequiredValue(rules), parsed.GetValue(policy), parsed.GetValue(model) is { } path ? AnalyzerLoader.LoadModel(path) : null);
                RiskAnalyzer before = sides.Load(parsed.GetRequiredValue(old));
                RiskAnalyzer after = sides.Load(parsed.GetRequiredValue(@new));
                foreach (string warning in new[] { before, after }.Select(a => FusedOnly.Of(a.Policy, a.Classifier)).OfType<string>().Distinct(StringComparer.Ordinal))
                {
                    context.Error.WriteLine(VisibleText.Of(warning));
                }

                var inputs = new InputFiles(parsed.GetRequiredValue(data), context);
                var options = new PipelineOptions { Threads = parsed.GetValue(threads) is > 0 and int n ? n : Environment.ProcessorCount };
                PackComparison comparison = Compare(before, after, inputs, options, context, cancellationToken);
                if (string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal))
                {
                    Report.Json(context, writer => ComparisonJson.Write(writer, comparison));
                }
                else
                {
                    Report.Table(context, PackComparisonRenderer.Render(comparison, parsed.GetValue(summary), context.Width));
                }

                return comparison.Errors > 0 ? ExitCode.Unreadable : comparison.Changes.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
            },
            CancellationToken.None));
        return command;
    }

    private static PackComparison Compare(
        RiskAnalyzer before, RiskAnalyzer after, InputFiles inputs, PipelineOptions options, CommandContext context, CancellationToken cancellationToken)
    {
        var comparison = new PackComparison { Thresholds = ThresholdChange.Of(before, after) };
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
            comparison.Count(pair.Old, pair.New);
            if (pair.Old.Severity != pair.New.Severity)
            {
                comparison.Add(new SeverityChange(pair.Id, result.File, result.Line, pair.Old, pair.New, SeverityChange.Compare(pair.Old, pair.New)));
            }
            else
            {
                comparison.Moves.Count(new ScoreMove(pair.Id, result.File, result.Line, pair.Old, pair.New));
            }

            progress.Update(comparison.Conversations, inputs.BytesRead);
        }

        progress.Clear();
        return comparison;
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
