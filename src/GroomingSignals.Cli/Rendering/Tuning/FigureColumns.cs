using GroomingSignals.Evaluation.OperatingPoints.Figures;
using Spectre.Console;

namespace GroomingSignals.Cli.Rendering.Tuning;

/// <summary>The columns that every table of operating points has; each figure has its interval below it. A narrow sheet goes without the messages.</summary>
internal sealed class FigureColumns
{
    private const int Narrow = 92;

    private readonly Columns _columns = new(2, 3, 4, 5, 6, 7);
    private readonly bool _narrow;

    private FigureColumns(bool narrow) => _narrow = narrow;

    public static FigureColumns Begin(int width, string first, string second)
    {
        var columns = new FigureColumns(width < Narrow);
        columns.Row(Palette.Dim, first, second, "RECALL", columns._narrow ? "FALSE" : "FALSE ALARMS", "PRECISION", columns._narrow ? "A DAY" : "CASES A DAY", "DAY", "MESSAGES");
        return columns;
    }

    public void WriteTo(Sheet sheet, int indent) => _columns.WriteTo(sheet, indent);

    public void Add(OperatingFigures figures, Cell first, Cell second) => Add(figures, figures.Recall, first, second, "");

    /// <summary>Adds a row and the row of its intervals.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="recall">The recall to show: of all cases, or of a track's own.</param>
    /// <param name="first">The first cell.</param>
    /// <param name="second">The second.</param>
    /// <param name="below">What stands below the first cell.</param>
    public void Add(OperatingFigures figures, Ranged recall, Cell first, Cell second, Cell below)
    {
        Row(
            null, first, second, RangedText.Share(recall.Value), RangedText.Percent(figures.FalsePositiveRate.Value), RangedText.Percent(figures.Precision.Value),
            RangedText.Count(figures.CasesPerDay.Value), new Cell(RangedText.Percent(figures.CapacityShare.Value), figures.CapacityShare.Value > 1 ? Palette.Warning : Style.Plain),
            RangedText.Count(figures.MessagesToAlert.Value));
        Row(
            Palette.Dim, below, "", _narrow ? RangedText.ShortShares(recall) : RangedText.Shares(recall), RangedText.Percents(figures.FalsePositiveRate), RangedText.Percents(figures.Precision),
            RangedText.Counts(figures.CasesPerDay), RangedText.Percents(figures.CapacityShare), RangedText.Counts(figures.MessagesToAlert));
    }

    private void Row(Style? style, params Cell[] cells)
    {
        IEnumerable<Cell> shown = _narrow ? cells.SkipLast(1) : cells;
        _columns.Add([.. shown.Select(c => style is { } own ? new Cell(c.Text, own) : c)]);
    }
}
