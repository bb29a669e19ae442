using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>How groups fare.</summary>
internal static class FairnessSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        if (result.Fairness.IsEmpty)
        {
            return;
        }

        page.Section("fairness", "Groups");
        page.Paragraph("Error rates by the groups that the data names, at the chosen thresholds. Small groups differ by chance: read the sizes first.");
        foreach (FairnessFigure figure in result.Fairness)
        {
            string name = string.Equals(figure.Dimension, Scoring.FairnessMaker.AgeDimension, StringComparison.Ordinal) ? "age of the youngest participant" : figure.Dimension;
            Table table = new(
                $"By {name}: largest difference {Gap(figure.FalsePositiveRateGap, figure.FalsePositiveRateInterval)} in false-positive rate, {Gap(figure.FalseNegativeRateGap, figure.FalseNegativeRateInterval)} in false-negative rate",
                "Group", "Cases", "Negatives", "False-positive rate", "False-negative rate");
            foreach (FairnessGroup group in figure.Groups)
            {
                Confusion counts = group.Counts;
                table.Row(
                    group.Group, Numbers.Whole(counts.TruePositives + counts.FalseNegatives), Numbers.Whole(counts.FalsePositives + counts.TrueNegatives),
                    Numbers.Figure(counts.FalsePositiveRate), Numbers.Figure(counts.FalseNegativeRate));
            }

            page.Raw("<div class=\"panel\">").Table(table).Raw("</div>");
        }

        page.EndSection();
    }

    private static string Gap(double? gap, Interval? interval) => Numbers.Figure(gap) + (interval is null ? "" : $" ({Numbers.Range(interval)})");
}
