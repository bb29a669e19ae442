using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;
using GroomingSignals.Tracking;

namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>
/// Follows one conversation and takes down, for each gate, every rise of the highest threshold that it would let through: what <see cref="SeverityJudge"/>
/// compares, before it is compared. Whatever thresholds a policy states, the queue is then known without reading the conversation again.
/// </summary>
internal sealed class GateTrace(RiskAnalyzer analyzer, SeverityJudge judge)
{
    private readonly List<Rise>?[] _rises = new List<Rise>?[Gate.Count];

    /// <summary>The rises of each gate in order; null where nothing came.</summary>
    public Rise[]?[] Rises => Array.ConvertAll(_rises, r => r?.ToArray());

    /// <summary>Looks at a state after a message.</summary>
    public void Look(ConversationState state, int messages)
    {
        foreach (TrackedPair pair in state.Pairs)
        {
            Track track = PeakKeeper.TrackOf(state, pair);
            if (judge.PointsOf(track) is { } points && pair.ScoredHits > 0)
            {
                var tactics = default(TacticPoints);
                int raw = analyzer.Peaks.RawNow(state, pair, track, ref tactics, out VoicesApart? apart);
                Pair(track, points, raw, pair.ScoredHits, tactics, apart, messages);
            }
        }

        if (analyzer.Peaks.FocusNow(state) is { } focus)
        {
            Rise(Gate.Of(focus.Track, isFused: true), focus.Raw, messages);
        }
    }

    private void Pair(Track track, int trackPoints, int raw, int evidence, in TacticPoints tactics, VoicesApart? apart, int messages)
    {
        bool enough = evidence >= analyzer.Policy.Scoring.MinimumEvidence;
        if (apart is { } voices)
        {
            // With too little evidence only what the classifier says alone lifts anybody, and never above the fused score.
            Rise(Gate.Of(track, isFused: true), enough ? raw : Math.Min(raw, voices.Classifier), messages);
        }

        if (enough)
        {
            Rise(Gate.Of(track, isFused: false), apart?.Rules ?? raw, messages);
        }

        for (int i = 0; i < Taxonomy.Tactics.Length; i++)
        {
            bool fastPath = analyzer.Policy.Tactics.GetValueOrDefault((Tactic)i)?.FastPath ?? false;
            if (tactics[i] > 0 && (enough || fastPath))
            {
                Rise(Gate.Of((Tactic)i), (int)Math.Clamp(analyzer.Policy.Scoring.Baseline + tactics[i] + trackPoints, -1_000_000_000, 1_000_000_000), messages);
            }
        }
    }

    private void Rise(Gate gate, int micros, int messages)
    {
        ref List<Rise>? rises = ref _rises[gate.Index];
        if (rises is null || micros > rises[^1].Micros)
        {
            (rises ??= []).Add(new Rise(messages, micros));
        }
    }
}
