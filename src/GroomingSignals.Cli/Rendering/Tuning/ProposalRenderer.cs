using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Plans;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Cli.Rendering.Tuning;

/// <summary>What is proposed for each track and tactic, and why.</summary>
internal static class ProposalRenderer
{
    public static void Write(Sheet sheet, OperatingPlan plan)
    {
        Heading.Write(sheet, "proposed thresholds");
        var columns = new Columns(2, 3);
        columns.Add(Head("TRACK OR TACTIC"), Head("SEVERITY"), Head("NOW"), Head("PROPOSED"), Head("WHY"));
        foreach (ThresholdProposal line in plan.Proposal.Lines.Where(IsShown))
        {
            bool changes = line.Current != line.Proposed;
            columns.Add(line.Gate.Name, AssessmentJson.Name(line.Severity), Risk(line.Current), new Cell(Risk(line.Proposed), changes ? Palette.Strong : Palette.Dim), new Cell(line.Reason, changes ? Spectre.Console.Style.Plain : Palette.Dim));
        }

        columns.WriteTo(sheet, 1);
        Silent(sheet, plan, kinds => kinds.All(k => k == ProposalKind.NothingGained), "find no case that the other thresholds do not bring");
        Silent(sheet, plan, kinds => kinds.All(k => k == ProposalKind.TooFew), "were found in too few cases to choose by");
        Silent(sheet, plan, kinds => kinds.Contains(ProposalKind.NothingFits), "add nothing that fits the day with the precision of the queue");
        sheet.Line();
    }

    public static string Risk(int? micros) => micros is { } known ? RoundThreshold.Risk(known).ToString("0.00##################", CultureInfo.InvariantCulture) : "-";

    /// <summary>Tactics without a threshold, now or proposed, are named together.</summary>
    private static bool IsShown(ThresholdProposal line) => !line.Gate.IsTactic || line.Current is not null || line.Proposed is not null;

    private static void Silent(Sheet sheet, OperatingPlan plan, Func<ProposalKind[], bool> holds, string why)
    {
        string[] names =
        [
            .. plan.Proposal.Lines.GroupBy(l => l.Gate).Where(g => !g.Any(IsShown) && holds([.. g.Select(l => l.Kind)])).Select(g => g.Key.Name),
        ];
        if (names.Length > 0)
        {
            sheet.To(1).Wrap($"no threshold, since they {why}: {string.Join(", ", names)}", Palette.Dim);
        }
    }

    private static Cell Head(string text) => new(text, Palette.Dim);
}
