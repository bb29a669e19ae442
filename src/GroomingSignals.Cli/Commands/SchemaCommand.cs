using System.CommandLine;
using System.Reflection;
using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>schema NAME</c>: prints a JSON Schema, or the table schema of CSV.</summary>
internal static class SchemaCommand
{
    public const string Description = "Print the JSON Schema of an input or output format, or the table schema of labelled CSV.";

    private const string Prefix = "schemas/";

    private static readonly string[] Suffixes = [".schema.json", ".table-schema.json"];

    public static string[] Examples { get; } =
    [
        "grooming-signals schema conversation",
        "grooming-signals schema rule-pack > rule-pack.schema.json",
        "grooming-signals schema labelled-csv",
    ];

    public static IEnumerable<string> Names => typeof(SchemaCommand).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && Suffixes.Any(s => n.EndsWith(s, StringComparison.Ordinal)))
        .Select(n => n[Prefix.Length..n.IndexOf('.', StringComparison.Ordinal)])
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
        Assembly assembly = Assembly.GetExecutingAssembly();
        using Stream? schema = Suffixes.Select(suffix => assembly.GetManifestResourceStream(Prefix + name + suffix)).FirstOrDefault(s => s is not null)
            ?? throw new CommandException($"there is no schema '{name}'; there are {string.Join(", ", Names)}");
        schema.CopyTo(context.Output);
        context.Output.Flush();
        return ExitCode.Clean;
    }
}
