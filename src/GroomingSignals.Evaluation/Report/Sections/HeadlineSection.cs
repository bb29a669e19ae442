using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>The figures that matter most, with intervals.</summary>
internal static class HeadlineSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        page.Section("headline", "Headline");
        page.Raw("<dl class=\"cards\">");
        Card(page, "Average precision", result.Headline["average-precision"]);
        Card(page, "F1, thresholds from other folds", result.Headline["f1"]);
        Estimate recall = Finest(result.Headline);
        Card(page, MetricCatalogue.Find(recall.Metric).Name, recall);
        Card(page, "Expected calibration error", result.Headline["ece"]);
        page.Raw("</dl>");
        if (result.OperatingPoints.Length > 0)
        {
            page.Raw($"<p class=\"lead\">{Html.Text(Translation(result.OperatingPoints[^1], result.Options.Prevalence))}</p>");
        }

        page.Soft($"Ranges are {Numbers.Confidence} bootstrap intervals, resampled by conversation within each class; exact ones (Clopper and Pearson 1934) where a share was 0 or 1. A dash is a figure that this data cannot give.");
        page.EndSection();
    }

    /// <summary>What a threshold means where cases are rare.</summary>
    public static string Translation(OperatingPoint point, double prevalence)
    {
        string rate = point.IsUpperBound
            ? $"At the chosen thresholds no negative was alerted, which puts the false-positive rate at ≤\u00a0{Numbers.Percent(point.FalsePositiveRate)} with {Numbers.Confidence} confidence"
            : $"At the chosen thresholds the false-positive rate is {Numbers.Percent(point.FalsePositiveRate)}";
        string upTo = point.IsUpperBound ? "up to " : "";
        string alerts = point.AlertsPerTrueCase is { } each ? $"{upTo}{Numbers.Short(each)} alerts for each true case" : "alerts without a single true case";
        return $"{rate}: at a prevalence of {Numbers.OneIn(prevalence)} that is {alerts}, and {upTo}{Numbers.Whole((long)Math.Round(point.AlertsPerMillion))} alerts in a million conversations.";
    }

    /// <summary>Recall at the lowest rate that the data resolves.</summary>
    private static Estimate Finest(ScorerFigures figures)
    {
        Estimate[] recalls = [figures["recall-at-fpr-1e-3"], figures["recall-at-fpr-1e-2"]];
        return recalls.FirstOrDefault(r => r.Value is not null) ?? recalls[0];
    }

    private static void Card(Page page, string name, Estimate estimate) =>
        page.Raw($"<div class=\"card\"><dt>{Html.Text(name)}</dt><dd><span class=\"value\">{Numbers.Figure(estimate.Value)}</span></dd><dd class=\"range\">{Html.Text(estimate.Value is null ? "undefined here" : Numbers.Range(estimate.Interval))}</dd></div>");
}
