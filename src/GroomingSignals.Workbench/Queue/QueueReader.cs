using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;
using GroomingSignals.Workbench.Corpus;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Queue;

/// <summary>Makes pages of the queue that a candidate brings, the highest severity and risk in front.</summary>
internal sealed class QueueReader(LoadedCorpus corpus)
{
    /// <summary>The most rows of a page.</summary>
    public const int MostRows = 200;

    private const int IndexBits = 30;

    public QueuePage Read(Candidate candidate, Verdicts now, Verdicts saved, QueueFilter filter, int offset, int count)
    {
        Filter wanted = Filter.Of(filter, corpus);
        int review = 0;
        int urgent = 0;
        int entering = 0;
        int leaving = 0;
        int moving = 0;
        List<ulong> found = [];
        for (int i = 0; i < now.Count; i++)
        {
            Verdicts.Verdict verdict = now[i];
            bool wasQueued = saved[i].IsQueued;
            if (!verdict.IsQueued && !wasQueued)
            {
                continue;
            }

            review += verdict.Severity == Severity.Review ? 1 : 0;
            urgent += verdict.Severity == Severity.Urgent ? 1 : 0;
            entering += wasQueued ? 0 : 1;
            leaving += verdict.IsQueued ? 0 : 1;
            moving += verdict.IsQueued && wasQueued && verdict.Severity != saved[i].Severity ? 1 : 0;
            if (wanted.Takes(corpus.Conversations[i], verdict, saved[i]))
            {
                found.Add(KeyOf(verdict, i));
            }
        }

        int from = Math.Clamp(offset, 0, found.Count);
        int rows = Math.Clamp(count, 0, Math.Min(MostRows, found.Count - from));
        if (rows > 0)
        {
            found.Sort();
        }

        return new QueuePage(
            review, urgent, entering, leaving, moving, found.Count, from, [.. found.GetRange(from, rows).Select(IndexOf).Select(i => Row(i, candidate, now[i], saved[i]))]);
    }

    /// <summary>The ids of all conversations in the queue, in the order of the corpus.</summary>
    public IEnumerable<string> Queued(Verdicts verdicts) =>
        Enumerable.Range(0, verdicts.Count).Where(i => verdicts[i].IsQueued).Select(i => corpus.Conversations[i].Id);

    /// <summary>One number that sorts by severity, then score, both falling, then place: a hundred thousand of them are sorted in milliseconds.</summary>
    private static ulong KeyOf(Verdicts.Verdict verdict, int index) =>
        ((ulong)(Severity.Urgent - verdict.Severity) << 62) | ((ulong)((long)int.MaxValue - verdict.Raw) << IndexBits) | (uint)index;

    private static int IndexOf(ulong key) => (int)(key & ((1UL << IndexBits) - 1));

    private static string ChangeOf(Verdicts.Verdict now, Verdicts.Verdict saved) => (now.IsQueued, saved.IsQueued) switch
    {
        (true, false) => "entering",
        (false, true) => "leaving",
        _ => "staying",
    };

    private QueueRow Row(int index, Candidate candidate, Verdicts.Verdict now, Verdicts.Verdict saved)
    {
        ScoredConversation conversation = corpus.Conversations[index];
        Standing? standing = now.Standing < 0 ? null : conversation.Standings[now.Standing];
        return new QueueRow(
            index,
            conversation.Id,
            AssessmentJson.Name(now.Severity),
            AssessmentJson.Name(saved.Severity),
            ChangeOf(now, saved),
            LogOdds.ToRisk(now.Raw),
            standing is { } s ? TrackNames.Of(s.Track) : null,
            [.. Taxonomy.Tactics.Where(t => (conversation.Tactics & (1 << (int)t.Tactic)) != 0).Select(t => t.Id)],
            conversation.Source.Conversation.Messages.Count,
            ReasonSentence.Of(conversation, standing, candidate),
            conversation.Source.Label);
    }

    private sealed record Filter(int Tactic, int Rule, Track? Track, Severity? Severity, string? Change)
    {
        public static Filter Of(QueueFilter filter, LoadedCorpus corpus) => new(
            string.IsNullOrEmpty(filter.Tactic) ? 0 : Taxonomy.TryParse(filter.Tactic, out Tactic tactic) ? 1 << (int)tactic : throw Unknown("tactic", filter.Tactic),
            string.IsNullOrEmpty(filter.Rule) ? -1 : RuleOf(filter.Rule, corpus),
            string.IsNullOrEmpty(filter.Track) ? null : TrackNames.Find(filter.Track) ?? throw Unknown("track", filter.Track),
            filter.Severity switch
            {
                null or "" => null,
                "review" => Assessment.Severity.Review,
                "urgent" => Assessment.Severity.Urgent,
                _ => throw Unknown("severity of the queue", filter.Severity),
            },
            filter.Change is null or "" ? null : filter.Change is "entering" or "leaving" or "staying" ? filter.Change : throw Unknown("change", filter.Change));

        public bool Takes(ScoredConversation conversation, Verdicts.Verdict now, Verdicts.Verdict saved) =>
            (Tactic == 0 || (conversation.Tactics & Tactic) != 0)
            && (Rule < 0 || conversation.Rules.Contains((ushort)Rule))
            && (Track is null || (now.Standing >= 0 && conversation.Standings[now.Standing].Track == Track))
            && (Severity is null || now.Severity == Severity)
            && (Change is null || string.Equals(ChangeOf(now, saved), Change, StringComparison.Ordinal));

        private static int RuleOf(string id, LoadedCorpus corpus)
        {
            for (int i = 0; i < corpus.Rules.Length; i++)
            {
                if (string.Equals(corpus.Rules[i].Id, id, StringComparison.Ordinal))
                {
                    return i;
                }
            }

            throw Unknown("rule", id);
        }

        private static WorkbenchRefusal Unknown(string what, string value) => WorkbenchRefusal.Wrong($"There is no {what} '{value}'.");
    }
}
