using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Report;

namespace GroomingSignals.Evaluation.Traffic.Pages;

/// <summary>By track and by tactic.</summary>
internal static class GroupSection
{
    public static void Write(Page page, TrafficResult result)
    {
        page.Section("groups", "By track and by tactic");
        var tracks = new Table(
            "By track: the ages of those who talk, the most protective pair among them. Only a track that raises risk reaches a queue",
            "Track", "Conversations", "None", "Low", "Review", "Urgent", "Share in the queue");
        foreach (TrackTraffic track in result.Tracks)
        {
            long all = track.Severities.Sum();
            long queued = track.Severities[(int)Severity.Review] + track.Severities[(int)Severity.Urgent];
            tracks.Row([track.Track, Numbers.Whole(all), .. track.Severities.Select(Numbers.Whole), Share(queued, all)]);
        }

        var tactics = new Table("By tactic: conversations in which it was found", "Tactic", "Conversations", "Share of all", "In the queue", "Urgent");
        foreach (TacticTraffic tactic in result.Tactics.OrderByDescending(t => t.Conversations).ThenBy(t => t.Tactic, StringComparer.Ordinal))
        {
            tactics.Row(tactic.Tactic, Numbers.Whole(tactic.Conversations), Share(tactic.Conversations, result.Conversations), Numbers.Whole(tactic.Queued), Numbers.Whole(tactic.Urgent));
        }

        page.Raw("<div class=\"panel\">").Table(tracks).Raw("</div><div class=\"panel\">").Table(tactics).Raw("</div>").EndSection();
    }

    public static string Share(long part, long whole) => whole == 0 ? Numbers.Undefined : Numbers.Percent((double)part / whole);
}
