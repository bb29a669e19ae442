using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Policy;
using GroomingSignals.Tracking;

namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>Reads conversations once, as a stream, into what any thresholds can be tried on.</summary>
internal sealed class CorpusScorer
{
    private readonly RiskAnalyzer _analyzer;
    private readonly SeverityJudge _judge;

    public CorpusScorer(RiskAnalyzer analyzer)
    {
        _analyzer = analyzer;
        _judge = new SeverityJudge(analyzer.Policy, FusedScale.Proposed(analyzer.Policy, analyzer.Classifier));
    }

    /// <summary>Scores all conversations, in parallel; the result does not depend on the number of threads.</summary>
    public static ScoredCorpus Score(
        IReadOnlyList<LabelledConversation> conversations, RiskAnalyzer analyzer, int threads, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var scorer = new CorpusScorer(analyzer);
        var rows = new ScoredRow[conversations.Count];
        int done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, rows.Length, options, i =>
        {
            rows[i] = scorer.Row(conversations[i].Conversation, conversations[i].Label, i);
            if (Interlocked.Increment(ref done) is var count && count % 256 == 0)
            {
                progress?.Report(new StageProgress("scoring", (double)count / rows.Length));
            }
        });
        return new ScoredCorpus(rows, analyzer, conversations.Count(c => c.Synthetic));
    }

    /// <summary>Scores one conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="label">True for grooming; null when nobody said.</param>
    /// <param name="number">Its id when it has none.</param>
    public ScoredRow Row(Conversation conversation, bool? label, int number)
    {
        var trace = new GateTrace(_analyzer, _judge);
        ConversationState state = _analyzer.Start(conversation.Id, conversation.Participants);
        for (int i = 0; i < conversation.Messages.Count; i++)
        {
            _analyzer.Append(state, conversation.Messages[i]);
            if (state.Pairs.Count > 0 || state.Features is not null)
            {
                trace.Look(state, i + 1);
            }
        }

        return new ScoredRow(conversation.Id ?? number.ToString(CultureInfo.InvariantCulture), label, TrackOf(state), trace.Rises);
    }

    /// <summary>Tracks stand in the order of how much they protect, so that the first of any two participants is the conversation's.</summary>
    internal static Track TrackOf(ConversationState state)
    {
        var first = Track.AdultToAdult;
        int count = state.Participants.Count;
        for (int from = 0; from < count; from++)
        {
            for (int towards = 0; towards < count; towards++)
            {
                if (from != towards)
                {
                    Track track = SeverityJudge.TrackOf(state.Participants[from].SpeakerAge, state.Participants[towards].ListenerAge);
                    first = track < first ? track : first;
                }
            }
        }

        return count < 2 ? Track.UnknownToUnknown : first;
    }
}
