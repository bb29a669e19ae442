using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>What reaches the severities of the product.</summary>
internal static class SeveritySection
{
    public static void Write(Page page, EvaluationResult result)
    {
        if (result.Severities.IsEmpty)
        {
            return;
        }

        page.Section("severities", "At the severities that reviewers see");
        Table table = new(
            $"Conversations that reach a severity, as they are analysed in use. Intervals are exact (Clopper and Pearson 1934), at {Numbers.Confidence}; alerts are at a prevalence of {Numbers.OneIn(result.Options.Prevalence)}",
            "Severity from", "False-positive rate", Numbers.Confidence + " interval", "Recall", Numbers.Confidence + " interval", "Alerts per million");
        foreach (SeverityFigure figure in result.Severities)
        {
            table.Row(
                AssessmentJson.Name(figure.Severity), Numbers.Percent(figure.Counts.FalsePositiveRate), Range(figure.FalsePositiveRateInterval),
                Numbers.Percent(figure.Counts.Recall), Range(figure.RecallInterval),
                figure.AlertsPerMillion is { } alerts ? (figure.IsUpperBound ? "≤\u00a0" : "") + Numbers.Whole((long)Math.Round(alerts)) : Numbers.Undefined);
        }

        page.Raw("<div class=\"panel\">").Table(table).Raw("</div>");
        if (result.Severities.Any(s => s.IsUpperBound))
        {
            page.Soft("≤: no negative got there, so the alerts are worked out with the upper end of the interval.");
        }

        page.EndSection();
    }

    private static string Range(Interval? interval) => interval is null ? Numbers.Undefined : $"{Numbers.Percent(interval.Lower)} to {Numbers.Percent(interval.Upper)}";
}
