using System.CommandLine;
using System.Globalization;

namespace GroomingSignals.Cli.Commands;

/// <summary>Options that several commands have, so that they read the same everywhere.</summary>
internal static class OptionFactory
{
    public static Option<string> Format(params string[] formats) =>
        new Option<string>("--format")
        {
            HelpName = string.Join('|', formats),
            Description = "How to write the result.",
            DefaultValueFactory = _ => formats[0],
        }.OneOf(formats);

    public static Option<string[]> Rules() => new("--rules")
    {
        HelpName = "PATH",
        Description = "A rule pack (a file or a folder) beside the built-in one; a pack with the same id replaces it. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Policy() => new("--policy")
    {
        HelpName = "FILE",
        Description = "A policy instead of the default one.",
    };

    public static Option<string> Severity(string name, string description) =>
        new Option<string>(name) { HelpName = string.Join('|', SeverityNames.All), Description = description }.OneOf(SeverityNames.All);

    public static Option<string?> Output() => new("--output")
    {
        HelpName = "FILE",
        Description = "Write to a file, which is replaced when the run is complete.",
    };

    public static Option<string?> Model() => new("--model") { HelpName = "FILE", Description = "A trained classifier, to speak beside the rules." };

    /// <summary>A file that is written beside the result.</summary>
    public static Option<string?> Write(string name, string description) => new(name) { HelpName = "FILE", Description = description };

    /// <summary>Labelled data; may be repeated.</summary>
    public static Option<string[]> Data() => new("--data")
    {
        HelpName = "FILE",
        Description = "Labelled conversations as JSON Lines or CSV, plain or gzip; - is standard input. May be repeated; ids are unique over all.",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public static Option<int> Seed() => new("--seed")
    {
        HelpName = "S",
        Description = "Decides whatever chance decides; the same data and seed give the same result. 1 unless given.",
        DefaultValueFactory = _ => 1,
    };

    public static Option<string> Participants() => new Option<string>("--participants")
    {
        HelpName = "local|global",
        Description = "What participant ids name: somebody within one conversation, or one person throughout the data, who then stands on one side of a split.",
        DefaultValueFactory = _ => "local",
    }.OneOf(["local", "global"]);

    public static Option<bool> Strict() => new("--strict") { Description = "Stop at the first error of an input instead of going on with the rest." };

    public static Option<int> Threads() => new Option<int>("--threads")
    {
        HelpName = "N",
        Description = "How many threads analyse; the output does not depend on it. All processors unless given.",
    }.Between(1, 1024);

    /// <summary>Takes any number of paths, but no option that is spelt wrong.</summary>
    public static Argument<string[]> Paths(string name, string description, ArgumentArity arity)
    {
        var paths = new Argument<string[]>(name) { Description = description, Arity = arity };
        paths.Validators.Add(result =>
        {
            foreach (string value in result.Tokens.Select(t => t.Value).Where(v => v.Length > 1 && v[0] == '-'))
            {
                result.AddError($"There is no option '{value}'. (A file of that name is ./{value})");
            }
        });
        return paths;
    }

    /// <summary>Allows some words only, with a message that lists them.</summary>
    public static Option<string> OneOf(this Option<string> option, string[] allowed)
    {
        option.CompletionSources.Add(allowed);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !allowed.Contains(result.Tokens[0].Value, StringComparer.Ordinal))
            {
                result.AddError($"{option.Name} must be one of {string.Join(", ", allowed)}, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }

    public static Option<int> Between(this Option<int> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                && (value < least || value > most))
            {
                result.AddError($"{option.Name} must be from {least} to {most}.");
            }
        });
        return option;
    }
}
