using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>Precision and recall, ROC.</summary>
internal static class RankingPlots
{
    private const int TableRows = 24;

    public static IEnumerable<Plot> Of(EvaluationResult result)
    {
        // The thresholds from the highest down: recall and false-positive rate ascend.
        CurvePoint[] curve = [.. result.Curve.Where(p => p.Recall is not null)];
        if (curve.Length == 0)
        {
            yield break;
        }

        double prevalence = (double)curve[0].Positives / (curve[0].Positives + curve[0].Negatives);
        yield return new Plot
        {
            Id = "plot-pr",
            Heading = "Precision and recall",
            Caption = $"Average precision {Numbers.Figure(result.Headline["average-precision"].Value)}. The dashed line is the share of cases in this data ({Numbers.Percent(prevalence)}), which is what chance gives.",
            XLabel = "Recall",
            YLabel = "Precision",
            X = [.. curve.Select(p => p.Recall!.Value).Prepend(0)],
            Series =
            [
                new PlotSeries("precision", "case", [.. curve.Select(p => p.Precision).Prepend(curve[0].Precision)]) { IsFilled = true },
                new PlotSeries("chance", "refer", [.. curve.Select(_ => (double?)prevalence).Prepend(prevalence)]) { IsDashed = true, IsSilent = true },
            ],
            YRange = (0, 1.02),
            Data = CurveTable("Thresholds and what they give", Thin(curve)),
        };
        if (curve[0].Negatives == 0)
        {
            yield break;
        }

        yield return new Plot
        {
            Id = "plot-roc",
            Heading = "ROC",
            Caption = $"ROC-AUC {Numbers.Figure(result.Headline["roc-auc"].Value)}. Where cases are rare only the far left counts: the logarithmic axis shows it, down to what {Numbers.Whole(curve[0].Negatives)} negatives resolve.",
            XLabel = "False-positive rate",
            YLabel = "Recall",
            X = [.. curve.Select(p => p.FalsePositiveRate!.Value).Prepend(0)],
            Series =
            [
                new PlotSeries("recall", "case", [.. curve.Select(p => p.Recall).Prepend(0)]),
                new PlotSeries("chance", "refer", [.. curve.Select(p => p.FalsePositiveRate).Prepend(0)]) { IsDashed = true, IsSilent = true },
            ],
            XLowest = Math.Min(0.1, 1.0 / curve[0].Negatives),
            YRange = (0, 1.02),
            Data = CurveTable("Thresholds and what they give", Thin(curve)),
        };
    }

    private static Table CurveTable(string caption, IEnumerable<CurvePoint> points)
    {
        Table table = new(caption, "Score from", "Recall", "Precision", "False-positive rate");
        foreach (CurvePoint point in points)
        {
            table.Row(Numbers.Short(point.Threshold), Numbers.Figure(point.Recall), Numbers.Figure(point.Precision), Numbers.Short(point.FalsePositiveRate));
        }

        return table;
    }

    private static IEnumerable<CurvePoint> Thin(CurvePoint[] curve) =>
        curve.Length <= TableRows ? curve : Enumerable.Range(0, TableRows).Select(i => curve[(int)((long)i * (curve.Length - 1) / (TableRows - 1))]);
}
