using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Plans;
using Spectre.Console;

namespace GroomingSignals.Cli.Rendering.Tuning;

/// <summary>A table a track: some thresholds from the lowest to the highest, and where the present and the proposed ones are.</summary>
internal static class GateRenderer
{
    private static readonly double[] Shown = [1, 0.99, 0.95, 0.9, 0.8, 0.6, 0.4, 0.2];

    public static void Write(Sheet sheet, OperatingPlan plan)
    {
        foreach (GatePlan gate in plan.Gates.Where(g => !g.Gate.IsTactic))
        {
            Heading.Write(sheet, $"{gate.Gate.Name}: {Figures.Counted(gate.OwnPositives, "case")} and {Figures.Counted(gate.OwnNegatives, "negative")} of its own");
            var figures = FigureColumns.Begin(sheet.Width, "THRESHOLD", "");
            foreach (ThresholdPoint point in Points(plan, gate))
            {
                (string mark, string below) = Marks(plan, gate, point);
                figures.Add(point.Figures, point.OwnRecall, new Cell(ProposalRenderer.Risk(point.Micros), mark.Length > 0 ? Palette.Strong : Style.Plain), "", new Cell(mark.Length > 0 && below.Length > 0 ? $"{mark}, {below}" : mark + below, Palette.Dim));
            }

            figures.WriteTo(sheet, 1);
            sheet.To(1).Wrap($"recall: of the {Figures.Counted(gate.OwnPositives, "case")} that are the track's own; the rest: what its threshold would bring by itself of all {Figures.Counted(plan.Corpus.Positives, "case")} and {Figures.Counted(plan.Corpus.Negatives, "negative")}, those of other tracks too, since a conversation can score on several", Palette.Dim).Line();
        }
    }

    private static SortedDictionary<int, ThresholdPoint>.ValueCollection Points(OperatingPlan plan, GatePlan gate)
    {
        var chosen = new SortedDictionary<int, ThresholdPoint>();
        double most = gate.Points.Max(p => p.OwnRecall.Value) ?? 0;
        foreach (double recall in Shown)
        {
            // The highest threshold with so much recall, or with as much as there is.
            ThresholdPoint? point = gate.Points.FirstOrDefault(p => p.OwnRecall.Value >= Math.Min(recall, most));
            if (point is not null)
            {
                chosen[point.Micros] = point;
            }
        }

        foreach (ThresholdPoint point in plan.Proposal.Lines.Where(l => l.Gate == gate.Gate).SelectMany(l => new[] { l.Point, l.CurrentPoint }).OfType<ThresholdPoint>())
        {
            chosen[point.Micros] = point;
        }

        return chosen.Values;
    }

    private static (string Proposed, string Now) Marks(OperatingPlan plan, GatePlan gate, ThresholdPoint point)
    {
        string proposed = string.Join(" and ", plan.Proposal.Lines.Where(l => l.Gate == gate.Gate && l.Proposed == point.Micros).Select(l => AssessmentJson.Name(l.Severity)));
        string now = string.Join(" and ", plan.Proposal.Lines.Where(l => l.Gate == gate.Gate && l.Current == point.Micros && l.Proposed != point.Micros).Select(l => "now " + AssessmentJson.Name(l.Severity)));
        return (proposed, now);
    }
}
