using System.CommandLine;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Conversations;
using GroomingSignals.Rules;

namespace GroomingSignals.Cli.Commands;

/// <summary><c>rules list</c></summary>
internal static class RulesListCommand
{
    public const string Description = "List the rules of the loaded packs.";

    public static string[] Examples { get; } =
    [
        "grooming-signals rules list --tactic secrecy",
        "grooming-signals rules list --status experimental --rules my-pack.yaml --format json",
    ];

    public static Command Create(CommandContext context)
    {
        var tactic = new Option<string>("--tactic") { HelpName = "TACTIC", Description = "Only rules of this tactic." }
            .OneOf([.. Taxonomy.Tactics.Select(t => t.Id)]);
        var status = new Option<string>("--status") { HelpName = "STATUS", Description = "Only rules of this status." }.OneOf(RuleNames.Statuses);
        Option<string> format = OptionFactory.Format("table", "json");
        Option<string[]> rules = OptionFactory.Rules();
        var command = new Command("list") { tactic, status, format, rules };
        command.SetAction(parsed =>
        {
            string? wantedTactic = parsed.GetValue(tactic);
            string? wantedStatus = parsed.GetValue(status);
            RuleSet set = AnalyzerLoader.Load(parsed.GetRequiredValue(rules), policy: null).RuleSet;
            Rule[] chosen =
            [
                .. set.Rules
                    .Where(r => wantedTactic is null || string.Equals(Taxonomy.Id(r.Tactic), wantedTactic, StringComparison.Ordinal))
                    .Where(r => wantedStatus is null || string.Equals(RuleNames.Of(r.Status), wantedStatus, StringComparison.Ordinal))
                    .OrderBy(r => r.Id, StringComparer.Ordinal),
            ];
            if (string.Equals(parsed.GetValue(format), "json", StringComparison.Ordinal))
            {
                Report.Json(context, writer => Write(writer, chosen));
            }
            else
            {
                Report.Table(context, RuleListRenderer.Render(chosen, context.Width));
            }

            return ExitCode.Clean;
        });
        return command;
    }

    private static void Write(Utf8JsonWriter writer, Rule[] rules)
    {
        writer.WriteStartArray();
        foreach (Rule rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteString("pack", rule.PackId);
            writer.WriteNumber("revision", rule.Revision);
            writer.WriteString("title", rule.Title);
            writer.WriteString("tactic", Taxonomy.Id(rule.Tactic));
            writer.WriteString("subtype", rule.Subtype);
            writer.WriteString("status", RuleNames.Of(rule.Status));
            writer.WriteString("mode", RuleNames.Of(rule.Mode));
            writer.WriteString("priority", RuleNames.Of(rule.Priority));
            writer.WriteNumber("logOdds", RuleNames.LogOdds(rule.Score.LogOdds));
            writer.WriteNumber("repeat", RuleNames.LogOdds(rule.Score.Repeat));
            writer.WriteNumber("cap", RuleNames.LogOdds(rule.Score.Cap));
            writer.WriteString("halfLife", RuleNames.HalfLife(rule.Score.HalfLife));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
