using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>rules check [PATH...]</c></summary>
internal static class RulesCheckCommand
{
    public const string Description = "Check rule packs and policies and list every problem with its place. The built-in pack unless a path is given.";

    public static string[] Examples { get; } =
    [
        "grooming-signals rules check my-pack.yaml",
        "grooming-signals rules check my-pack/ --warnings-as-errors",
        "grooming-signals rules check policy.yaml",
        "grooming-signals rules check my-pack/ policy.yaml --format json",
    ];

    public static Command Create(CommandContext context)
    {
        Argument<string[]> paths = OptionFactory.Paths("PATH", "Packs, files or folders, and policies; a policy is checked beside the packs that are named with it.", ArgumentArity.ZeroOrMore);
        var strict = new Option<bool>("--warnings-as-errors") { Description = "End with exit code 1 on warnings too." };
        Option<string> format = OptionFactory.Format("table", "json");
        var command = new Command("check") { paths, strict, format };
        command.SetAction(parsed =>
        {
            ImmutableArray<PackDiagnostic> found = PackProblems.Find(parsed.GetValue(paths) ?? []);
            if (string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal))
            {
                Report.Json(context, writer => Write(writer, found));
            }
            else
            {
                Report.Table(context, DiagnosticsRenderer.Render(found, context.Width));
            }

            bool fails = found.Any(d => d.Severity == PackDiagnosticSeverity.Error) || (parsed.GetValue(strict) && !found.IsEmpty);
            return fails ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<PackDiagnostic> diagnostics)
    {
        writer.WriteStartArray();
        foreach (PackDiagnostic diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("id", diagnostic.Id);
            writer.WriteString("severity", DiagnosticsRenderer.Name(diagnostic.Severity));
            writer.WriteString("message", diagnostic.Message);
            writer.WriteString("file", diagnostic.File);
            writer.WriteNumber("line", diagnostic.Line);
            writer.WriteNumber("column", diagnostic.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
