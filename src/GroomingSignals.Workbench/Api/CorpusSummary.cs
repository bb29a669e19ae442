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
            Unread = corpus.Unread,
            Problems = [.. corpus.Problems],
            Scale = ready.Planned.IsFused ? "fused" : "rules",
            Policy = $"{saved.Policy.Version.Id} {saved.Policy.Version.Version}",
            Tracks = [.. Enum.GetValues<Track>().Where(t => saved.Policy.Tracks[(int)t].Raises).Select(t => Track(corpus, saved, t))],
            Tactics = Tactics(corpus),
            Rules = Rules(corpus),
            Workload = options.Workload,
        };
    }

    private static TrackAnswer Track(LoadedCorpus corpus, Candidate saved, Track track)
    {
        Thresholds thresholds = saved.Effective[(int)track];
        return new TrackAnswer(
            TrackNames.Of(track), TrackNames.Title(track), thresholds.Review, thresholds.Urgent,
            corpus.Conversations.Count(c => c.Standings.Any(s => s.Track == track)));
    }

    private static FacetAnswer[] Tactics(LoadedCorpus corpus) =>
    [
        .. Taxonomy.Tactics
            .Select(t => new FacetAnswer(t.Id, t.Id, corpus.Conversations.Count(c => (c.Tactics & (1 << (int)t.Tactic)) != 0)))
            .Where(f => f.Count > 0),
    ];

    private static FacetAnswer[] Rules(LoadedCorpus corpus)
    {
        int[] counts = new int[corpus.Rules.Length];
        foreach (ushort rule in corpus.Conversations.SelectMany(c => c.Rules))
        {
            counts[rule]++;
        }

        return [.. corpus.Rules.Select((rule, i) => new FacetAnswer(rule.Id, rule.Title, counts[i])).Where(f => f.Count > 0).OrderBy(f => f.Id, StringComparer.Ordinal)];
    }
}
