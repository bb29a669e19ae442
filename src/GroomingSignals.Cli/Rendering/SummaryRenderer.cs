using GroomingSignals.Assessment;

namespace GroomingSignals.Cli.Rendering;

/// <summary>The closing summary of a run.</summary>
internal static class SummaryRenderer
{
    private const int BarCells = 24;
    private static readonly Severity[] Descending = [Severity.Urgent, Severity.Review, Severity.Low, Severity.None];

    public static Sheet Render(RunSummary run, VersionSet? versions, int width)
    {
        var sheet = new Sheet(width);
        sheet.Put("══ ", Palette.Dim).Put("summary", Palette.Strong).Put(" ");
        sheet.Put(new string('═', Math.Max(0, width - sheet.Column)), Palette.Dim).Line();
        string errors = run.Errors == 0 ? "no errors" : Figures.Counted(run.Errors, "error");
        string shown = run.Written == run.Conversations ? "" : $", {Figures.Count(run.Written)} shown";
        sheet.Put($" {Figures.Counted(run.Conversations, "conversation")}{shown}, {Figures.Counted(run.Messages, "message")}, ");
        sheet.Put(errors, run.Errors == 0 ? Palette.Dim : Palette.Raises).Line();

        var severities = new Columns(1);
        foreach (Severity severity in Descending)
        {
            double share = run.Conversations == 0 ? 0 : run.Of(severity) / (double)run.Conversations;
            severities.Add(
                new Cell(AssessmentJson.Name(severity), Palette.Bar(severity)),
                Figures.Count(run.Of(severity)),
                new Cell(Figures.Bar(share, BarCells), Palette.Bar(severity)));
        }

        severities.WriteTo(sheet, 1);
        if (run.Tactics.Count > 0)
        {
            var tactics = new Columns(1, 2);
            tactics.Add(new Cell("TACTIC", Palette.Dim), new Cell("CONVERSATIONS", Palette.Dim), new Cell("MATCHES", Palette.Dim));
            foreach (TacticCount tactic in run.Tactics)
            {
                tactics.Add(tactic.Tactic, Figures.Count(tactic.Conversations), Figures.Count(tactic.Matches));
            }

            sheet.Line();
            tactics.WriteTo(sheet, 1);
        }

        if (versions is not null)
        {
            ExplanationRenderer.Versions(sheet.Line(), versions);
        }

        sheet.To(1).Wrap("A score is a reason to look, never a verdict: a trained person decides.", Palette.Dim);
        return sheet;
    }
}
