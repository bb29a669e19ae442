using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>What thresholds would mean on a platform.</summary>
internal static class PlatformSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        page.Section("platform", $"On a platform where {Numbers.OneIn(result.Options.Prevalence)} conversations is grooming");
        if (result.OperatingPoints.IsEmpty)
        {
            page.Paragraph("There are too few conversations of each class to say.").EndSection();
            return;
        }

        Table table = new(
            "Thresholds, and what they would bring. The prevalence of the test data is set aside; recall and false-positive rate are taken from it.",
            "Threshold", "False-positive rate", "Recall", "Alerts per million", "Alerts for each true case", "Alerts that are right");
        foreach (OperatingPoint point in result.OperatingPoints)
        {
            string name = point.Threshold is { } threshold ? $"score from {Numbers.Short(threshold)}" : "chosen on the other folds";
            table.Row(
                name, (point.IsUpperBound ? "below " : "") + Numbers.Percent(point.FalsePositiveRate), Numbers.Percent(point.Recall),
                Numbers.Whole((long)Math.Round(point.AlertsPerMillion)), Numbers.Short(point.AlertsPerTrueCase), Numbers.Percent(point.PositivePredictiveValue));
        }

        page.Raw("<div class=\"panel\">").Table(table).Raw("</div>");
        page.EndSection();
    }
}
