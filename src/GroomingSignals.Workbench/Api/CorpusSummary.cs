using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Workbench.Corpus;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Api;

/// <summary>Sums up a corpus for the page.</summary>
internal static class CorpusSummary
{
    public static CorpusAnswer Of(ReadyCorpus ready, Candidate saved, WorkbenchOptions options)
    {
        LoadedCorpus corpus = ready.Corpus;
        return new CorpusAnswer
        {
            Inputs = [.. options.Data],
            Conversations = corpus.Conversations.Length,
            Positives = ready.Planned.Positives,
            Negatives = ready.Planned.Negatives,
            Synthetic = corpus.HasSynthetic,
            Notices = [.. ready.Notices],
            Unread = corpus.Unread,
            Problems = [.. corpus.Problems],
            Scale = ready.Planned.IsFused ? "fused" : "rules",
            Policy = $"{saved.Policy.Version.Id} {saved.Policy.Version.Version}",
            Tracks = [.. Enum.GetValues<Track>().Where(t => saved.Policy.Tracks[(int)t].Raises).Select(t => Track(ready, saved, t))],
            Tactics = [.. Taxonomy.Tactics.Select(t => new FacetAnswer(t.Id, t.Id, ready.Facets.Tactics[(int)t.Tactic])).Where(f => f.Count > 0)],
            Rules =
            [
                .. corpus.Rules.Select((rule, i) => new FacetAnswer(rule.Id, rule.Title, ready.Facets.Rules[i])).Where(f => f.Count > 0)
                    .OrderBy(f => f.Id, StringComparer.Ordinal),
            ],
            Workload = options.Workload,
        };
    }

    private static TrackAnswer Track(ReadyCorpus ready, Candidate saved, Track track)
    {
        Thresholds thresholds = saved.Effective[(int)track];
        return new TrackAnswer(TrackNames.Of(track), TrackNames.Title(track), thresholds.Low, thresholds.Review, thresholds.Urgent, ready.Points.Scored(track), ready.Planned.Curve(ready.Points.GateOf(track)).OwnPositives);
    }
}
