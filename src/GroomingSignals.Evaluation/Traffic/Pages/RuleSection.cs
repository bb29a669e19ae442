using System.Globalization;
using GroomingSignals.Evaluation.Report;

namespace GroomingSignals.Evaluation.Traffic.Pages;

/// <summary>What each rule brings and decides, and which are noisy.</summary>
internal static class RuleSection
{
    public static void Write(Page page, TrafficResult result)
    {
        RuleTraffic[] noisy = [.. result.Rules.Where(r => r.IsNoisy)];
        RuleTraffic[] fired = [.. result.Rules.Where(r => r.Conversations > 0)];
        page.Section("rules", "Rules");
        page.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"A rule decides in a conversation of the queue when it belongs to a small set of rules without which the severity would be lower. Noisy is one that fires in at least {TrafficTally.NoisyFrom} conversations and {TrafficTally.NoisyShare * 100:0.#} % of the traffic, and decides in less than {TrafficTally.NoisyDecisive * 100:0.#} % of these."));
        page.Raw("<div class=\"panel\">");
        if (noisy.Length == 0)
        {
            page.Paragraph("No rule is noisy here.");
        }
        else
        {
            page.Table(Rules("Noisy rules, the most frequent first", noisy, result));
        }

        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<details{(noisy.Length == 0 ? " open" : "")}><summary>{fired.Length} rules that fired, {result.Rules.Length - fired.Length} that did not</summary>"));
        page.Table(Rules("Rules that fired, the most frequent first", fired, result));
        string silent = string.Join(", ", result.Rules.Where(r => r.Conversations == 0).Select(r => r.Rule).Order(StringComparer.Ordinal));
        page.Raw(silent.Length > 0 ? $"<p class=\"soft\">Did not fire: {Html.Text(silent)}</p>" : "").Raw("</details></div>").EndSection();
    }

    private static Table Rules(string caption, IEnumerable<RuleTraffic> rules, TrafficResult result)
    {
        var table = new Table(caption, "Rule", "Tactic", "Matches", "Conversations", "Share of all", "In the queue", "Decides", "Decides in") { Words = 1 };
        foreach (RuleTraffic rule in rules)
        {
            table.Row(
                rule.Rule, rule.Tactic, Numbers.Whole(rule.Matches), Numbers.Whole(rule.Conversations), GroupSection.Share(rule.Conversations, result.Conversations),
                Numbers.Whole(rule.Queued), Numbers.Whole(rule.Decisive), GroupSection.Share(rule.Decisive, rule.Conversations));
        }

        return table;
    }
}
