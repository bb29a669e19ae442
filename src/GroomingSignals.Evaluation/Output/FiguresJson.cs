using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Output;

/// <summary>Figures, as JSON.</summary>
internal static class FiguresJson
{
    private static readonly string[] Kinds = ["headline", "ablation", "matched", "baseline"];

    public static string Name(FigureKind kind) => Kinds[(int)kind];

    public static void Write(Utf8JsonWriter writer, ScorerFigures figures)
    {
        writer.Text("name", figures.Name);
        writer.WriteString("kind", Name(figures.Kind));
        writer.WriteNumber("positives", figures.Positives);
        writer.WriteNumber("negatives", figures.Negatives);
        writer.Objects("metrics", figures.Estimates, static (to, estimate) =>
        {
            to.WriteString("id", estimate.Metric);
            to.Number("value", estimate.Value);
            to.Number("lower", estimate.Interval?.Lower);
            to.Number("upper", estimate.Interval?.Upper);
        });
        writer.Object("counts", figures.Counts, WriteCounts);
        writer.WriteStartArray("thresholds");
        foreach (double? threshold in figures.Thresholds)
        {
            if (threshold is { } number && double.IsFinite(number))
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }

    public static void WriteCounts(Utf8JsonWriter writer, Confusion counts)
    {
        writer.WriteNumber("truePositives", counts.TruePositives);
        writer.WriteNumber("falsePositives", counts.FalsePositives);
        writer.WriteNumber("trueNegatives", counts.TrueNegatives);
        writer.WriteNumber("falseNegatives", counts.FalseNegatives);
    }

    public static void WriteSeverity(Utf8JsonWriter writer, SeverityFigure figure)
    {
        writer.WriteString("severity", AssessmentJson.Name(figure.Severity));
        WriteCounts(writer, figure.Counts);
        writer.Number("recall", figure.Counts.Recall);
        writer.Number("recallLower", figure.RecallInterval?.Lower);
        writer.Number("recallUpper", figure.RecallInterval?.Upper);
        writer.Number("falsePositiveRate", figure.Counts.FalsePositiveRate);
        writer.Number("falsePositiveRateLower", figure.FalsePositiveRateInterval?.Lower);
        writer.Number("falsePositiveRateUpper", figure.FalsePositiveRateInterval?.Upper);
        writer.Number("alertsPerMillion", figure.AlertsPerMillion);
        writer.WriteBoolean("isUpperBound", figure.IsUpperBound);
    }

    public static void WritePoint(Utf8JsonWriter writer, OperatingPoint point)
    {
        writer.WriteString("name", point.Name);
        writer.WriteNumber("falsePositiveRate", point.FalsePositiveRate);
        writer.WriteBoolean("isUpperBound", point.IsUpperBound);
        writer.WriteNumber("recall", point.Recall);
        writer.Number("threshold", point.Threshold);
        writer.WriteNumber("alertsPerMillion", point.AlertsPerMillion);
        writer.Number("alertsPerTrueCase", point.AlertsPerTrueCase);
        writer.Number("positivePredictiveValue", point.PositivePredictiveValue);
    }

    public static void WriteFairness(Utf8JsonWriter writer, FairnessFigure figure)
    {
        writer.Text("dimension", figure.Dimension);
        writer.Number("falsePositiveRateGap", figure.FalsePositiveRateGap);
        writer.Number("falsePositiveRateGapLower", figure.FalsePositiveRateInterval?.Lower);
        writer.Number("falsePositiveRateGapUpper", figure.FalsePositiveRateInterval?.Upper);
        writer.Number("falseNegativeRateGap", figure.FalseNegativeRateGap);
        writer.Number("falseNegativeRateGapLower", figure.FalseNegativeRateInterval?.Lower);
        writer.Number("falseNegativeRateGapUpper", figure.FalseNegativeRateInterval?.Upper);
        writer.Objects("groups", figure.Groups, static (to, group) =>
        {
            to.Text("group", group.Group);
            WriteCounts(to, group.Counts);
            to.Number("falsePositiveRate", group.Counts.FalsePositiveRate);
            to.Number("falseNegativeRate", group.Counts.FalseNegativeRate);
        });
    }

    public static void WriteError(Utf8JsonWriter writer, WorstError error)
    {
        writer.Text("id", error.Id);
        writer.WriteNumber("fold", error.Fold);
        writer.WriteBoolean("label", error.Label);
        writer.Number("score", error.Score);
        writer.Number("threshold", error.Threshold);
        writer.WriteNumber("messages", error.Messages);
        writer.Objects("contributions", error.Contributions, static (to, line) =>
        {
            to.Text("name", line.Name);
            to.WriteNumber("value", line.Value);
        });
        writer.WriteStartArray("assumptions");
        foreach (string code in error.Assumptions)
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
    }
}
