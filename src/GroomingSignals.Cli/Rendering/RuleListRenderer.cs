using GroomingSignals.Conversations;
using GroomingSignals.Rules;

namespace GroomingSignals.Cli.Rendering;

/// <summary>The rules of the loaded packs as a table.</summary>
internal static class RuleListRenderer
{
    public static Sheet Render(IReadOnlyCollection<Rule> rules, int width)
    {
        var sheet = new Sheet(width);
        var columns = new Columns(4);
        columns.Add(Head("ID"), Head("TACTIC"), Head("SUBTYPE"), Head("STATUS"), Head("POINTS"), Head("TITLE"));
        foreach (Rule rule in rules)
        {
            string mode = rule.Mode == RuleMode.Live ? "" : $", {RuleNames.Of(rule.Mode)}";
            columns.Add(
                new Cell(rule.Id, Palette.Strong),
                Taxonomy.Id(rule.Tactic),
                rule.Subtype,
                RuleNames.Of(rule.Status) + mode,
                Figures.Points(RuleNames.LogOdds(rule.Score.LogOdds)),
                rule.Title);
        }

        columns.WriteTo(sheet, 0);
        sheet.Line().Put(Figures.Counted(rules.Count, "rule"), Palette.Dim).Line();
        return sheet;
    }

    private static Cell Head(string text) => new(text, Palette.Dim);
}
