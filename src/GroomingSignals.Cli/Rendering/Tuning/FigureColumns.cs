using GroomingSignals.Evaluation.OperatingPoints.Figures;
using Spectre.Console;

namespace GroomingSignals.Cli.Rendering.Tuning;

/// <summary>The columns that every table of operating points has; each figure has its interval below it.</summary>
internal static class FigureColumns
{
    public static Columns Begin(string first, string second)
    {
        var columns = new Columns(2, 3, 4, 5, 6, 7);
        columns.Add(Head(first), Head(second), Head("RECALL"), Head("FALSE ALARMS"), Head("PRECISION"), Head("CASES A DAY"), Head("DAY"), Head("MESSAGES"));
        return columns;
    }

    public static void Add(Columns columns, OperatingFigures figures, Cell first, Cell second) => Add(columns, figures, figures.Recall, first, second, "");

    /// <summary>Adds a row and the row of its intervals.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="recall">The recall to show: of all cases, or of a track's own.</param>
    /// <param name="first">The first cell.</param>
    /// <param name="second">The second.</param>
    /// <param name="below">What stands below the first cell.</param>
    public static void Add(Columns columns, OperatingFigures figures, Ranged recall, Cell first, Cell second, Cell below)
    {
        columns.Add(
            first, second, RangedText.Share(recall.Value), RangedText.Percent(figures.FalsePositiveRate.Value), RangedText.Percent(figures.Precision.Value),
            RangedText.Count(figures.CasesPerDay.Value), new Cell(RangedText.Percent(figures.CapacityShare.Value), figures.CapacityShare.Value > 1 ? Palette.Warning : Style.Plain),
            RangedText.Count(figures.MessagesToAlert.Value));
        columns.Add(
            below, "", Dim(RangedText.Shares(recall)), Dim(RangedText.Percents(figures.FalsePositiveRate)), Dim(RangedText.Percents(figures.Precision)),
            Dim(RangedText.Counts(figures.CasesPerDay)), Dim(RangedText.Percents(figures.CapacityShare)), Dim(RangedText.Counts(figures.MessagesToAlert)));
    }

    private static Cell Head(string text) => new(text, Palette.Dim);

    private static Cell Dim(string text) => new(text, Palette.Dim);
}
