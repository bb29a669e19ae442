using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.RulePacks.Testing;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>rules test [PATH...]</c></summary>
internal static class RulesTestCommand
{
    public const string Description = "Run the tests that stand beside a pack, in the real engine. The built-in pack's, inside the repository, unless a path is given.";

    private const string TestEnding = ".tests.yaml";

    public static string[] Examples { get; } =
    [
        "grooming-signals rules test my-pack/",
        "grooming-signals rules test my-pack/secrecy.tests.yaml --rules my-pack/",
        "grooming-signals rules test my-pack/ --format json",
    ];

    public static Command Create(CommandContext context)
    {
        Argument<string[]> paths = OptionFactory.Paths("PATH", "Packs (files or folders) whose tests to run, or test files.", ArgumentArity.ZeroOrMore);
        Option<string[]> rules = OptionFactory.Rules();
        Option<string?> policy = OptionFactory.Policy();
        Option<string> format = OptionFactory.Format("table", "json");
        var command = new Command("test") { paths, rules, policy, format };
        command.SetAction(parsed =>
        {
            string[] tested = Tested(parsed.GetValue(paths) ?? []);
            string[] packs = [.. parsed.GetRequiredValue(rules), .. tested.Where(p => !p.EndsWith(TestEnding, StringComparison.Ordinal))];
            RiskAnalyzer analyzer = AnalyzerLoader.Load([.. packs.Distinct(StringComparer.Ordinal)], parsed.GetValue(policy));
            ImmutableArray<RuleTestResult> results = Run(analyzer, tested);
            if (string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal))
            {
                Report.Json(context, writer => Write(writer, results));
            }
            else
            {
                Report.Table(context, TestResultRenderer.Render(results, context.Width));
            }

            return results.Any(r => r.Outcome == RuleTestOutcome.Fail) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static string[] Tested(string[] paths) =>
        paths.Length > 0 ? paths
        : BuiltInFolder.Find() is { } folder ? [folder]
        : throw new CommandException("the tests of the built-in pack are in the repository: run this inside it, or name a pack");

    private static ImmutableArray<RuleTestResult> Run(RiskAnalyzer analyzer, string[] tested)
    {
        var runner = new RuleTestRunner(analyzer.Analyze);
        var results = ImmutableArray.CreateBuilder<RuleTestResult>();
        foreach (string path in tested)
        {
            AnalyzerLoader.RequirePack(path);
            ImmutableArray<RuleTestFile> files = RuleTestFile.Load(path);
            if (files.IsEmpty)
            {
                throw new CommandException($"{path}: there are no tests beside it (*{TestEnding})");
            }

            results.AddRange(files.SelectMany(file => runner.Run(file)));
        }

        return results.ToImmutable();
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<RuleTestResult> results)
    {
        writer.WriteStartArray();
        foreach (RuleTestResult result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", result.Test.RuleId);
            writer.WriteString("name", result.Test.Name);
            writer.WriteString("run", result.Run);
            writer.WriteString("outcome", TestResultRenderer.Name(result.Outcome));
            writer.WriteString("reason", result.Reason);
            writer.WriteString("file", result.Test.Position.File);
            writer.WriteNumber("line", result.Test.Position.Line);
            writer.WriteNumber("column", result.Test.Position.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
