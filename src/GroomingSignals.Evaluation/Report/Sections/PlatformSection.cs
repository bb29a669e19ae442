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
                name, (point.IsUpperBound ? "≤\u00a0" : "") + Numbers.Percent(point.FalsePositiveRate), Numbers.Percent(point.Recall),
                Bound(point, "≤", Numbers.Whole((long)Math.Round(point.AlertsPerMillion))), Bound(point, "≤", Numbers.Short(point.AlertsPerTrueCase)), Bound(point, "≥", Numbers.Percent(point.PositivePredictiveValue)));
        }

        page.Raw("<div class=\"panel\">").Table(table).Raw("</div>");
        page.Soft(Criterion(result));
        page.EndSection();
    }

    /// <summary>By what thresholds are chosen, and why a scorer that learns nothing has folds.</summary>
    public static string Criterion(EvaluationResult result)
    {
        double? share = result.Headline.Positives > 0 ? (double)result.Headline.Positives / (result.Headline.Positives + result.Headline.Negatives) : null;
        string chosen = $"Chosen on the other folds: each fold has the threshold with the best F1 on the other folds, at this data's share of cases ({Numbers.Percent(share)}), not at the prevalence above.";
        return result.IsCrossValidation ? chosen : chosen + " The scorer is finished and learns nothing here: folds only keep a threshold from being chosen on the conversations that it is measured on.";
    }

    private static string Bound(OperatingPoint point, string sign, string figure) =>
        point.IsUpperBound && !string.Equals(figure, Numbers.Undefined, StringComparison.Ordinal) ? $"{sign}\u00a0{figure}" : figure;
}
