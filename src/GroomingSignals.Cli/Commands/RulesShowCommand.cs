using System.CommandLine;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Rules;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>rules show ID</c></summary>
internal static class RulesShowCommand
{
    public const string Description = "Show one rule in full: what it asks for, what it says, why, and where it is known to be wrong.";

    public static string[] Examples { get; } = ["grooming-signals rules show GS-SEC-001"];

    public static Command Create(CommandContext context)
    {
        var id = new Argument<string>("ID") { Description = "The id of the rule." };
        Option<string[]> rules = OptionFactory.Rules();
        var command = new Command("show") { id, rules };
        command.SetAction(parsed =>
        {
            RuleSet set = AnalyzerLoader.Load(parsed.GetRequiredValue(rules), policy: null).RuleSet;
            Report.Table(context, RuleDetailRenderer.Render(Find(set, parsed.GetRequiredValue(id)), set, context.Width));
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>The rule of an id, or the end of the command with the ids that look alike.</summary>
    public static Rule Find(RuleSet set, string id)
    {
        if (set.Rules.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.OrdinalIgnoreCase)) is { } rule)
        {
            return rule;
        }

        string prefix = id.Contains('-', StringComparison.Ordinal) ? id[..id.LastIndexOf('-')] : id;
        string[] near = [.. set.Rules.Select(r => r.Id).Where(i => i.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(8)];
        string hint = near.Length > 0 ? $"; there are {string.Join(", ", near)}" : "; see 'grooming-signals rules list'";
        throw new CommandException($"there is no rule '{id}'{hint}");
    }
}
