using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Report;

namespace GroomingSignals.Evaluation.Traffic.Pages;

/// <summary>How much there is of each severity, and how risk is spread.</summary>
internal static class VolumeSection
{
    public static void Write(Page page, TrafficResult result)
    {
        page.Section("volume", "What the queues would hold");
        page.Raw("<dl class=\"cards\">");
        Card(page, "Review queue", result.Queued, result);
        Card(page, "Urgent, its head", result.Severities[(int)Severity.Urgent], result);
        Card(page, "Low, in no queue", result.Severities[(int)Severity.Low], result);
        page.Raw("</dl>");
        if (result.Volume is { } volume)
        {
            Interval interval = ClopperPearson.Of(result.Queued, Math.Max(1, result.Conversations))!;
            page.Raw($"<p class=\"lead\">{Html.Text($"At {Numbers.Whole((long)volume)} conversations a day like these the review queue would bring {Day(result, volume)} a day ({Numbers.Confidence} interval {Numbers.Whole((long)Math.Round(interval.Lower * volume))} to {Numbers.Whole((long)Math.Round(interval.Upper * volume))}).")}</p>");
        }

        page.Soft($"Shares with exact {Numbers.Confidence} intervals (Clopper and Pearson 1934): they speak of the share in more traffic of the same kind.");
        page.EndSection();
        page.Section("spread", "How risk is spread").Raw("<div class=\"plots\">");
        Risks(result).Write(page);
        page.Raw("</div>").EndSection();
    }

    /// <summary>Nothing is no bar, rather than one without a height.</summary>
    private static double? Height(long count) => count == 0 ? null : Math.Log10(1 + count);

    private static string Day(TrafficResult result, double volume) =>
        Numbers.Whole((long)Math.Round(result.Conversations == 0 ? 0 : volume * result.Queued / result.Conversations));

    private static void Card(Page page, string name, long count, TrafficResult result)
    {
        Interval? interval = ClopperPearson.Of(count, result.Conversations);
        string share = interval is null ? "" : $"{Numbers.Percent((double)count / result.Conversations)} ({Numbers.Percent(interval.Lower)} to {Numbers.Percent(interval.Upper)})";
        page.Raw($"<div class=\"card\"><dt>{Html.Text(name)}</dt><dd class=\"value\">{Numbers.Whole(count)}</dd><dd class=\"range\">{Html.Text(share)}</dd></div>");
    }

    /// <summary>Most traffic is at the baseline: the heights are logarithms, so that the rest can be seen.</summary>
    private static Plot Risks(TrafficResult result)
    {
        double width = 1.0 / result.Risks.Length;
        var table = new Table("Conversations by risk", "From", "To", "Below the queue", "In the review queue");
        for (int i = 0; i < result.Risks.Length; i++)
        {
            table.Row(Numbers.Short(i * width), Numbers.Short((i + 1) * width), Numbers.Whole(result.Risks[i].Below), Numbers.Whole(result.Risks[i].Queued));
        }

        double highest = Math.Log10(1 + result.Risks.Max(r => Math.Max(r.Below, r.Queued)));
        return new Plot
        {
            Id = "plot-risk",
            Heading = "Conversations by risk",
            Caption = "The scale of conversations is logarithmic: from one mark to the next there are ten times as many. The table has the counts.",
            XLabel = "Risk",
            YLabel = "Conversations",
            IsOfCounts = true,
            X = [.. result.Risks.Select((_, i) => (i + 0.5) * width)],
            Series =
            [
                new PlotSeries("below the review queue", "other", [.. result.Risks.Select(r => Height(r.Below))]) { IsBars = true },
                new PlotSeries("in the review queue", "case", [.. result.Risks.Select(r => Height(r.Queued))]) { IsBars = true },
            ],
            YRange = (0, Math.Max(1, highest * 1.05)),
            Data = table,
        };
    }
}
