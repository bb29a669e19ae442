using System.Globalization;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Plans;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Cli.Rendering.Tuning;

/// <summary>A plan: the queue now and as proposed, what each level of recall costs the reviewers, the thresholds one by one, and what to doubt.</summary>
internal static class PlanRenderer
{
    public static Sheet Render(OperatingPlan plan, int width)
    {
        Sheet sheet = Heading.Write(new Sheet(width), "operating points");
        Stated(sheet, plan);
        Queues(sheet, plan);
        LevelRenderer.Write(sheet, plan);
        ProposalRenderer.Write(sheet, plan);
        GateRenderer.Write(sheet, plan);
        Sensitivity(sheet, plan);
        foreach (DataWarning warning in plan.Proposal.Warnings)
        {
            EvaluationRenderer.Warning(sheet, warning);
        }

        return sheet;
    }

    private static void Stated(Sheet sheet, OperatingPlan plan)
    {
        ScoredCorpus corpus = plan.Corpus;
        PlatformAssumptions platform = plan.Platform;
        sheet.To(1).Wrap($"{Figures.Counted(corpus.Count, "conversation")}: {Figures.Count(corpus.Positives)} grooming, {Figures.Count(corpus.Negatives)} not; scores on the {(corpus.IsFused ? "fused" : "rules'")} scale, policy {corpus.Versions.Policy.Id} {corpus.Versions.Policy.Version}");
        sheet.To(1).Put("stated  ", Palette.Dim).Wrap(string.Create(CultureInfo.InvariantCulture,
            $"{platform.Volume:#,0} conversations a day, 1 in {Math.Round(1 / platform.Prevalence):#,0} grooming; {Counted.Of(platform.Reviewers, "reviewer")} for {Counted.Of(platform.HoursPerDay, "hour")}, {Counted.Of(platform.MinutesPerCase, "minute")} a case: {Counted.Of(Math.Round(platform.Capacity, 1), "case")} a day")).Line();
    }

    private static void Queues(Sheet sheet, OperatingPlan plan)
    {
        Heading.Write(sheet, "the queue");
        var columns = FigureColumns.Begin(sheet.Width, "", "QUEUE");
        columns.Add(plan.CurrentReview.Figures, "now", "review");
        columns.Add(plan.CurrentUrgent.Figures, "", "urgent");
        columns.Add(plan.Proposal.Review.Figures, new Cell("proposed", Palette.Strong), "review");
        columns.Add(plan.Proposal.Urgent.Figures, "", "urgent");
        columns.Add(plan.Proposal.TracksAlone.Figures, "", "tracks");
        if (plan.HeldOut is { } heldOut)
        {
            columns.Add(heldOut.Review.Figures, "held out", "review");
            columns.Add(heldOut.Urgent.Figures, "", "urgent");
        }

        columns.WriteTo(sheet, 1);
        sheet.To(1).Wrap("review is the whole queue and urgent its head; tracks: what the queue would be without thresholds of single tactics; below each figure its 95 % interval; day: share of what the reviewers can look at; messages: median before an alert; held out: thresholds that were chosen in the same way on one half, measured on the other", Palette.Dim).Line();
    }

    private static void Sensitivity(Sheet sheet, OperatingPlan plan)
    {
        if (plan.Sensitivity.IsEmpty)
        {
            return;
        }

        Heading.Write(sheet, "if the prevalence is another");
        var columns = FigureColumns.Begin(sheet.Width, "PREVALENCE", "QUEUE");
        foreach (SensitivityPoint point in plan.Sensitivity)
        {
            bool stated = point.Prevalence == plan.Platform.Prevalence;
            columns.Add(point.Review.Figures, new Cell(point.Prevalence.ToString("0.##########", CultureInfo.InvariantCulture), stated ? Palette.Strong : Spectre.Console.Style.Plain), "review");
            columns.Add(point.Urgent.Figures, "", "urgent");
        }

        columns.WriteTo(sheet, 1);
        bool hasMore = plan.Sensitivity.Any(p => p.Prevalence > plan.Platform.Prevalence);
        sheet.To(1).Wrap($"the proposed thresholds at ten times fewer {(hasMore ? "and ten times more cases" : "cases; ten times more would be more cases than conversations")}; recall and false alarms do not depend on it", Palette.Dim).Line();
    }
}
