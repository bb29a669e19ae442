using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>Every metric.</summary>
internal static class MetricsSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        page.Section("metrics", "Every metric");
        Table table = new("Figures of the evaluated scorer", "Metric", "Figure", Numbers.Confidence + " interval", "What it says") { Words = 3 };
        foreach (Estimate estimate in result.Headline.Estimates)
        {
            MetricDefinition metric = MetricCatalogue.Find(estimate.Metric);
            string range = estimate.Interval is null ? Numbers.Undefined : Numbers.Range(estimate.Interval);
            table.Row(metric.Name, Numbers.Figure(estimate.Value), range, metric.Explanation + (metric.HigherIsBetter ? "" : " Lower is better."));
        }

        page.Raw("<div class=\"panel\">").Table(table).Raw("</div>");
        if (result.Headline.Counts is { } counts)
        {
            page.Soft($"At the chosen thresholds: {Numbers.Whole(counts.TruePositives)} cases found, {Numbers.Whole(counts.FalseNegatives)} missed; "
                + $"{Numbers.Whole(counts.FalsePositives)} negatives alerted, {Numbers.Whole(counts.TrueNegatives)} not.");
        }

        page.EndSection();
    }
}
