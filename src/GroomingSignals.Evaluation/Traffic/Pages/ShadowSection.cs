using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.Report;

namespace GroomingSignals.Evaluation.Traffic.Pages;

/// <summary>Rules in shadow mode as if they were live.</summary>
internal static class ShadowSection
{
    public static void Write(Page page, TrafficResult result)
    {
        page.Section("shadow", "Rules in shadow mode, as if live");
        if (result.Shadows.IsEmpty)
        {
            page.Paragraph("No rule runs in shadow mode.").EndSection();
            return;
        }

        page.Paragraph("These rules are counted and never scored. Each conversation in which one matched was analysed once more with all of them live.");
        var queues = new Table("The queues now, and if all of them were live", "Queue", "Now", "If live", "Change in the share of conversations", Numbers.Confidence + " interval");
        Queue(queues, result, Severity.Review, "review and urgent");
        Queue(queues, result, Severity.Urgent, "urgent");
        var rules = new Table("By rule: a part in a conversation is a line in its ledger", "Rule", "Tactic", "Conversations", "Share of all", "Would enter the queue", "Would rise") { Words = 1 };
        foreach (ShadowTraffic shadow in result.Shadows)
        {
            rules.Row(
                shadow.Rule, shadow.Tactic, Numbers.Whole(shadow.Conversations), GroupSection.Share(shadow.Conversations, result.Conversations),
                Numbers.Whole(shadow.Entering), Numbers.Whole(shadow.Rising));
        }

        page.Raw("<div class=\"panel\">").Table(queues).Raw("</div><div class=\"panel\">").Table(rules).Raw("</div>").EndSection();
    }

    private static void Queue(Table table, TrafficResult result, Severity severity, string name)
    {
        long now = Sum(result.Severities);
        long live = Sum(result.SeveritiesIfLive);

        (long entered, long left) = result.Moves[severity == Severity.Review ? 0 : 1];
        Ranged change = PairedChange.Of(entered, left, result.Conversations);
        Interval? interval = change.Interval;
        table.Row(
            name, Numbers.Whole(now), Numbers.Whole(live), Signed(change.Value),
            interval is null ? Numbers.Undefined : $"{Signed(interval.Lower)} to {Signed(interval.Upper)}");

        long Sum(IReadOnlyList<long> counts) => counts.Skip((int)severity).Sum();
    }

    private static string Signed(double? share) => share is { } value ? (value < 0 ? "−" : "+") + Numbers.Percent(Math.Abs(value)) : Numbers.Undefined;
}
