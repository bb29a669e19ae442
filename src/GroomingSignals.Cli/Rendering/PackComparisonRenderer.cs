using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Commands;
using GroomingSignals.Cli.Commands.Comparing;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Which conversations change severity, and by which ledger lines.</summary>
internal static class PackComparisonRenderer
{
    private const int MostLines = 6;

    public static Sheet Render(PackComparison comparison, bool summary, int width)
    {
        var sheet = new Sheet(width);
        foreach (SeverityChange change in summary ? [] : comparison.Changes)
        {
            Change(sheet, change);
        }

        sheet.Put($"{Figures.Counted(comparison.Conversations, "conversation")}: {Figures.Count(comparison.Changes.Count)} change severity (");
        sheet.Put($"{Figures.Count(comparison.Raised)} raised", Palette.Raises).Put(", ").Put($"{Figures.Count(comparison.Lowered)} lowered", Palette.Lowers).Put(")");
        Moves(sheet, comparison.Moves);
        sheet.Put(comparison.Errors == 0 ? "" : $", {Figures.Counted(comparison.Errors, "error")}").Line();
        if (comparison.Moves.Furthest is { } furthest)
        {
            Furthest(sheet, furthest);
        }

        Thresholds(sheet, comparison);
        if (comparison.ByLine.Any())
        {
            var columns = new Columns(1, 2);
            columns.Add(new Cell("LEDGER LINE", Palette.Dim), new Cell("RAISED", Palette.Dim), new Cell("LOWERED", Palette.Dim));
            foreach ((string name, int raised, int lowered) in comparison.ByLine)
            {
                columns.Add(name, Figures.Count(raised), Figures.Count(lowered));
            }

            columns.WriteTo(sheet.Line(), 0);
        }

        foreach (QueueChange queue in comparison.Queues)
        {
            QueueChangeRenderer.Write(sheet, queue, comparison.Conversations);
        }

        return sheet;
    }

    private static void Moves(Sheet sheet, ScoreMoves moves)
    {
        if (moves.Higher + moves.Lower > 0)
        {
            sheet.Put("; scores of the others: ").Put($"{Figures.Count(moves.Higher)} higher", Palette.Raises).Put(", ").Put($"{Figures.Count(moves.Lower)} lower", Palette.Lowers);
        }
    }

    private static void Furthest(Sheet sheet, ScoreMove move)
    {
        sheet.Put("furthest: ").Put(move.ConversationId ?? "(no id)", Palette.Strong);
        sheet.Put(string.Create(CultureInfo.InvariantCulture, $"  {move.File}:{move.Line}  "), Palette.Dim);
        Severity(sheet, move.Old);
        sheet.Put($" → {Figures.Risk(move.New.Risk)}").Put($"  {Figures.RoundedPoints(move.By)}", move.By > 0 ? Palette.Raises : Palette.Lowers).Line();
    }

    private static void Thresholds(Sheet sheet, PackComparison comparison)
    {
        if (comparison.Thresholds.IsEmpty)
        {
            return;
        }

        var columns = new Columns(2, 3);
        columns.Add(new Cell("THRESHOLD", Palette.Dim), new Cell("SEVERITY", Palette.Dim), new Cell("OLD", Palette.Dim), new Cell("NEW", Palette.Dim));
        foreach (ThresholdChange change in comparison.Thresholds)
        {
            columns.Add(change.Gate.IsFused ? $"{change.Gate.Name} (fused)" : change.Gate.Name, AssessmentJson.Name(change.Severity), Threshold(change.Old), new Cell(Threshold(change.New), Palette.Strong));
        }

        columns.WriteTo(sheet.Line(), 0);
    }

    /// <summary>All digits that a policy states: near 1 they are what differs.</summary>
    private static string Threshold(double? risk) => risk is { } known ? known.ToString("0.00##########", CultureInfo.InvariantCulture) : "-";

    private static string Decision(SeverityReason reason) => string.Create(CultureInfo.InvariantCulture,
        $"{AssessmentJson.Name(reason.DecidedBy)}{(reason.Tactic is { } tactic ? $" ({Taxonomy.Id(tactic)})" : "")}: {Figures.Risk(reason.Value)} and a threshold of {Threshold(reason.Threshold)}");

    private static void Change(Sheet sheet, SeverityChange change)
    {
        sheet.Put(change.ConversationId ?? "(no id)", Palette.Strong);
        sheet.Put(string.Create(CultureInfo.InvariantCulture, $"  {change.File}:{change.Line}"), Palette.Dim).Line();
        Severity(sheet.To(2), change.Old);
        Severity(sheet.Put(" → "), change.New);
        sheet.Line();
        if (change.Lines.Count == 0)
        {
            // The ledgers are the same: what it was compared with is another number.
            sheet.To(4).Put("old  ", Palette.Dim).Wrap(Decision(change.Old.SeverityReason));
            sheet.To(4).Put("new  ", Palette.Dim).Wrap(Decision(change.New.SeverityReason));
        }

        var columns = new Columns(1, 2, 3);
        foreach (LedgerChange line in change.Lines.Take(MostLines))
        {
            columns.Add(
                line.Name,
                line.Old == 0 ? "-" : Figures.Points(line.Old),
                line.New == 0 ? "-" : Figures.Points(line.New),
                new Cell(Figures.Points(line.Delta), line.Delta > 0 ? Palette.Raises : Palette.Lowers));
        }

        columns.WriteTo(sheet, 4);
        if (change.Lines.Count > MostLines)
        {
            sheet.To(4).Put($"and {Figures.Counted(change.Lines.Count - MostLines, "smaller line")}", Palette.Dim).Line();
        }

        sheet.Line();
    }

    private static void Severity(Sheet sheet, RiskAssessment assessment) =>
        sheet.Put(AssessmentJson.Name(assessment.Severity), Palette.Bar(assessment.Severity)).Put($" {Figures.Risk(assessment.Risk)}");
}
