using GroomingSignals.Assessment;

namespace GroomingSignals.Cli.Rendering;

/// <summary>The ledger as a waterfall: each line starts where the one before ended, and the last stands at the raw score.</summary>
internal static class LedgerRenderer
{
    /// <summary>Names of rules fit into so many cells; those of features have what the bars leave over.</summary>
    private const int NarrowName = 24;

    private const int FewestCells = 8;

    /// <summary>Lines below this are one line together: nobody reads them one by one, and the sum must not miss them.</summary>
    private const decimal Small = 0.001m;

    public static void Render(Sheet sheet, RiskAssessment assessment)
    {
        AssessmentRenderer.Label(sheet, "ledger").Wrap("log-odds; each bar starts where the one above ends", Palette.Dim);
        List<(string Name, decimal Value, decimal Before)> lines = Lines(assessment);
        Func<decimal, string> points = Figures.Aligned(lines.Select(l => l.Value));
        decimal low = Math.Min(0, lines.Min(l => Math.Min(l.Before, l.Before + l.Value)));
        decimal high = Math.Max(0, lines.Max(l => Math.Max(l.Before, l.Before + l.Value)));
        int valueWidth = lines.Max(l => points(l.Value).Length);
        int totalWidth = lines.Max(l => points(l.Before + l.Value).Length);
        int widestName = Math.Max(NarrowName, sheet.Width - AssessmentRenderer.Indent - valueWidth - totalWidth - FewestCells - 6);
        int nameWidth = Math.Clamp(lines.Max(l => CellWidth.Of(l.Name)), "raw score".Length, widestName);
        int barStart = AssessmentRenderer.Indent + nameWidth + valueWidth + 4;
        int cells = Math.Clamp(sheet.Width - barStart - totalWidth - 2, FewestCells, 60);
        foreach ((string name, decimal value, decimal before) in lines)
        {
            string shown = points(value);
            string total = points(before + value);
            int from = Position(Math.Min(before, before + value), low, high, cells);
            int to = Position(Math.Max(before, before + value), low, high, cells);
            int length = value == 0 ? 0 : Math.Max(1, to - from);
            sheet.To(AssessmentRenderer.Indent).Put(CellWidth.Of(name) > nameWidth ? name[..CellWidth.Fit(name, nameWidth - 1)] + "…" : name);
            sheet.To(barStart - 2 - shown.Length).Put(shown);
            sheet.To(barStart + Math.Min(from, cells - length)).Put(new string(value < 0 ? '▒' : '█', length), value < 0 ? Palette.Lowers : Palette.Raises);
            sheet.To(barStart + cells + 2 + totalWidth - total.Length).Put(total, Palette.Dim).Line();
        }

        sheet.To(AssessmentRenderer.Indent).Put("raw score", Palette.Strong)
            .To(barStart - 2 - points(assessment.RawScore).Length).Put(points(assessment.RawScore), Palette.Strong)
            .To(barStart).Put($"risk {Figures.Risk(assessment.Risk)}", Palette.Strong).Line();
    }

    private static List<(string Name, decimal Value, decimal Before)> Lines(RiskAssessment assessment)
    {
        Contribution[] small = [.. assessment.Contributions.Where(c => Math.Abs(c.Value) < Small)];
        IEnumerable<Contribution> shown = small.Length < 2 ? assessment.Contributions
            : [.. assessment.Contributions.Where(c => Math.Abs(c.Value) >= Small), new Contribution($"{Figures.Count(small.Length)} smaller lines", small.Sum(c => c.Value))];
        var lines = new List<(string, decimal, decimal)> { ("baseline", assessment.Baseline, 0) };
        decimal total = assessment.Baseline;
        foreach (Contribution line in shown)
        {
            lines.Add((line.Name, line.Value, total));
            total += line.Value;
        }

        return lines;
    }

    private static int Position(decimal value, decimal low, decimal high, int cells) =>
        high == low ? 0 : (int)Math.Round((value - low) / (high - low) * cells, MidpointRounding.AwayFromZero);
}
