using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>Calibration, the scores by class, and when alerts fire.</summary>
internal static class ScorePlots
{
    public static IEnumerable<Plot> Of(EvaluationResult result)
    {
        if (!result.Reliability.IsEmpty)
        {
            yield return Reliability(result);
        }

        if (result.Histogram.Length > 1)
        {
            yield return Histogram(result, !result.Reliability.IsEmpty);
        }

        if (!result.Latency.IsEmpty)
        {
            yield return Latency(result);
        }
    }

    private static Plot Reliability(EvaluationResult result)
    {
        Table table = new("Bins of equal mass", "Promised", "Observed", "Conversations");
        foreach (ReliabilityPoint bin in result.Reliability)
        {
            table.Row(Numbers.Figure(bin.Predicted), Numbers.Figure(bin.Observed), Numbers.Whole(bin.Count));
        }

        return new Plot
        {
            Id = "plot-reliability",
            Heading = "Reliability",
            Caption = $"Expected calibration error {Numbers.Figure(result.Headline["ece"].Value)} over 15 bins of equal mass, at the prevalence of this data. On the dashed line a promised probability comes true.",
            XLabel = "Promised probability",
            YLabel = "Observed share",
            X = [0, .. result.Reliability.Select(b => b.Predicted), 1],
            Series =
            [
                new PlotSeries("observed", "case", [null, .. result.Reliability.Select(b => (double?)b.Observed), null]) { HasPoints = true },
                new PlotSeries("as promised", "refer", [0, .. result.Reliability.Select(b => (double?)b.Predicted), 1]) { IsDashed = true, IsSilent = true },
            ],
            YRange = (0, 1.02),
            Data = table,
        };
    }

    private static Plot Histogram(EvaluationResult result, bool isProbability)
    {
        Table table = new("Conversations by score", "From", "To", "Cases", "Negatives");
        foreach (HistogramBin bin in result.Histogram)
        {
            table.Row(Numbers.Short(bin.From), Numbers.Short(bin.To), Numbers.Whole(bin.Positives), Numbers.Whole(bin.Negatives));
        }

        double width = result.Histogram[0].To - result.Histogram[0].From;
        double cases = Math.Max(1, result.Headline.Positives);
        double others = Math.Max(1, result.Headline.Negatives);
        double highest = result.Histogram.Max(b => Math.Max(b.Positives / cases, b.Negatives / others));
        return new Plot
        {
            Id = "plot-scores",
            Heading = isProbability ? "Probabilities by class" : "Scores by class",
            Caption = "Each class by its own total, so that a rare class can be seen.",
            XLabel = isProbability ? "Probability" : "Score",
            YLabel = "Share of its class",
            X = [.. result.Histogram.Select(b => b.From + (width / 2))],
            Series =
            [
                new PlotSeries("negatives", "other", [.. result.Histogram.Select(b => (double?)(b.Negatives / others))]) { IsBars = true },
                new PlotSeries("cases", "case", [.. result.Histogram.Select(b => (double?)(b.Positives / cases))]) { IsBars = true },
            ],
            XRange = (result.Histogram[0].From, result.Histogram[^1].To),
            YRange = (0, highest * 1.05),
            Data = table,
        };
    }

    private static Plot Latency(EvaluationResult result)
    {
        Table table = new("Alerted by then", "Messages", "Cases", "Negatives");
        foreach (LatencyPoint point in result.Latency)
        {
            table.Row(Numbers.Whole(point.Messages), Numbers.Percent(point.Positives), Numbers.Percent(point.Negatives));
        }

        int last = result.Latency[^1].Messages;
        bool isLong = last > 200;
        string speed = result.Headline["speed"].Value is { } value ? $" Speed {Numbers.Figure(value)}, the penalty being one half at {Numbers.Whole(result.Options.LatencyHalf)} messages." : "";
        return new Plot
        {
            Id = "plot-latency",
            Heading = "When alerts fire",
            Caption = "Each conversation was replayed message by message: the share that had reached its threshold after so many messages." + speed,
            XLabel = "Messages seen",
            YLabel = "Share alerted",
            X = [isLong ? 1 : 0, .. result.Latency.Select(p => (double)p.Messages), last + 1],
            Series =
            [
                new PlotSeries("cases", "case", [0, .. result.Latency.Select(p => p.Positives), result.Latency[^1].Positives]) { IsStepped = true },
                new PlotSeries("negatives", "other", [0, .. result.Latency.Select(p => p.Negatives), result.Latency[^1].Negatives]) { IsStepped = true },
            ],
            XRange = (isLong ? 1 : 0, last + 1),
            XLowest = isLong ? 1 : 0,
            IsLogarithmic = isLong,
            YRange = (0, 1.02),
            Data = table,
        };
    }
}
