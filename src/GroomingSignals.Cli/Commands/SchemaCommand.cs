using System.CommandLine;
using System.Reflection;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>schema NAME</c>: prints a JSON Schema.</summary>
internal static class SchemaCommand
{
    public const string Description = "Print a JSON Schema of an input or output format.";

    private const string Prefix = "schemas/";
    private const string Suffix = ".schema.json";

    public static string[] Examples { get; } =
    [
        "grooming-signals schema conversation",
        "grooming-signals schema rule-pack > rule-pack.schema.json",
    ];

    public static IEnumerable<string> Names => typeof(SchemaCommand).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..^Suffix.Length])
        .Order(StringComparer.Ordinal);

    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = $"One of {string.Join(", ", Names)}." };
        name.CompletionSources.Add(_ => Names.Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        var command = new Command("schema") { name };
        command.SetAction(parsed => Print(parsed.GetRequiredValue(name), context));
        return command;
    }

    private static int Print(string name, CommandContext context)
    {
        using Stream? schema = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name + Suffix)
            ?? throw new CommandException($"there is no schema '{name}'; there are {string.Join(", ", Names)}");
        schema.CopyTo(context.Output);
        context.Output.Flush();
        return ExitCode.Clean;
    }
}
