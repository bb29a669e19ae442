using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Report;

namespace GroomingSignals.Evaluation.Traffic.Pages;

/// <summary>
/// Traffic as one HTML file that needs no network, in light and dark: ids of rules and figures, no message text and nothing about any one conversation.
/// The same traffic gives the same bytes.
/// </summary>
internal static class TrafficReport
{
    public static string ToHtml(TrafficResult result)
    {
        var page = new Page();
        ReportShell.Begin(page, "Traffic report");
        page.Raw("<header><div>");
        page.Raw("<h1>Traffic report</h1>");
        page.Soft($"{Numbers.Whole(result.Conversations)} conversations, {Numbers.Whole(result.Messages)} messages; labels are passed over. {(result.Errors > 0 ? $"{Numbers.Whole(result.Errors)} could not be read. " : "")}Policy {result.Versions.Policy.Id} {result.Versions.Policy.Version}.");
        page.Raw("</div><button id=\"theme\" type=\"button\" hidden>Light / dark</button></header><main>");
        if (result.Synthetic > 0)
        {
            page.Raw("<div class=\"banner\" role=\"note\"><strong>Synthetic data</strong>"
                + Html.Text($"{Numbers.Percent((double)result.Synthetic / result.Conversations)} of these conversations were composed from short fragments, not observed. The figures show that the machinery works and say nothing about any platform.")
                + "</div>");
        }

        VolumeSection.Write(page, result);
        GroupSection.Write(page, result);
        RuleSection.Write(page, result);
        ShadowSection.Write(page, result);
        Limits(page);
        Origin(page, result);
        page.Raw("</main>");
        ReportShell.End(page);
        return page.ToString();
    }

    private static void Limits(Page page)
    {
        string[] limits =
        [
            "Whether any of it is right. Nobody has looked: how many of the conversations in the queue are cases, and how many cases are not in it, only labels tell. 'tune' reads these.",
            "What another day brings. Traffic differs by weekday, season and event; intervals speak of days like this one.",
            "Whether a noisy rule is a bad one. It may stand for a tactic that is common and harmless alone, and say much together with others.",
            "Anything about a person. A queue is a reason to look, never a finding.",
        ];
        page.Section("limits", "What these figures do not show");
        page.Raw("<ul>" + string.Concat(limits.Select(l => $"<li>{Html.Text(l)}</li>")) + "</ul>").EndSection();
    }

    private static void Origin(Page page, TrafficResult result)
    {
        page.Section("origin", "How this was made");
        if (result.Command is { } command)
        {
            page.Raw($"<pre>{Html.Text(command)}</pre>");
        }

        VersionSet versions = result.Versions;
        IEnumerable<PackVersion> all = versions.Packs.Append(versions.Policy).Concat(versions.Model is { } model ? [model] : []);
        page.Soft($"Engine {versions.Engine}, taxonomy {versions.Taxonomy}.");
        page.Raw("<ul class=\"soft\">" + string.Concat(all.Select(v => $"<li>{Html.Text(v.Id)} {Html.Text(v.Version)} <code>{Html.Text(v.Hash[..Math.Min(16, v.Hash.Length)])}</code></li>")) + "</ul>");
        page.EndSection();
    }
}
