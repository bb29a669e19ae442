using GroomingSignals.Evaluation.OperatingPoints.Plans;
using Spectre.Console;

namespace GroomingSignals.Cli.Rendering.Tuning;

/// <summary>What each level of recall costs: a bar of cases a day on a logarithmic scale, with a mark where the reviewers' day ends.</summary>
internal static class LevelRenderer
{
    private const int Cells = 32;

    public static void Write(Sheet sheet, OperatingPlan plan)
    {
        if (plan.Levels.IsEmpty)
        {
            return;
        }

        Heading.Write(sheet, "what recall costs");
        sheet.To(1).Put("RECALL", Palette.Dim).To(9).Put("CASES A DAY", Palette.Dim).To(9 + Cells + 2).Put("", Palette.Dim).To(9 + Cells + 12).Put("PRECISION", Palette.Dim).Line();
        double most = Math.Max(plan.Platform.Capacity, plan.Levels.Max(l => l.Queue.Figures.CasesPerDay.Value ?? 0));
        int mark = Place(plan.Platform.Capacity, most);
        string? before = null;
        foreach (LevelPoint level in plan.Levels)
        {
            var figures = level.Queue.Figures;
            string line = $"{RangedText.Share(figures.Recall.Value)} {RangedText.Count(figures.CasesPerDay.Value)}";
            if (string.Equals(line, before, StringComparison.Ordinal))
            {
                continue;
            }

            before = line;
            sheet.To(1).Put(RangedText.Share(figures.Recall.Value)).To(9);
            Bar(sheet, Place(figures.CasesPerDay.Value ?? 0, most), mark);
            string count = RangedText.Count(figures.CasesPerDay.Value);
            sheet.To(9 + Cells + 11 - count.Length).Put(count);
            string precision = RangedText.Percent(figures.Precision.Value);
            sheet.To(9 + Cells + 21 - precision.Length).Put(precision).Line();
        }

        sheet.To(1).Wrap($"bars on a logarithmic scale; │ is what the reviewers can look at, {RangedText.Count(plan.Platform.Capacity)} a day; on each line every track that can be tuned finds the same share of its cases", Palette.Dim).Line();
    }

    /// <summary>Cells up to the mark, the mark, and the cells that are too many in another colour and another shape.</summary>
    private static void Bar(Sheet sheet, int length, int mark)
    {
        int within = Math.Min(length, mark);
        sheet.Put(new string('█', within), new Style(Color.Green)).Put(new string(' ', mark - within)).Put("│", Palette.Strong);
        sheet.Put(new string('▓', Math.Max(0, length - mark)), Palette.Raises);
    }

    private static int Place(double cases, double most) =>
        (int)Math.Round(Math.Log(1 + cases) / Math.Log(1 + most) * (Cells - 1), MidpointRounding.AwayFromZero);
}
