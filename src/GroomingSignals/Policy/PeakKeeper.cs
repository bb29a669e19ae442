using GroomingSignals.Assessment;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;
using GroomingSignals.Tracking;

namespace GroomingSignals.Policy;

/// <summary>Keeps for each pair the moment at which it stood highest: by severity, then by score. A month of small talk hides nothing.</summary>
internal sealed class PeakKeeper(RuleIndex index, RiskPolicy policy, SeverityJudge judge)
{
    private readonly double _baselineRisk = LogOdds.ToRisk(policy.Scoring.Baseline);

    /// <summary>Looks again at the pairs that a message of this participant can have changed.</summary>
    public void Update(ConversationState state, int participant, int ordinal)
    {
        foreach (var pair in state.Pairs)
        {
            if ((pair.From != participant && pair.Towards != participant) || pair.ScoredHits == 0)
            {
                continue;
            }

            var track = TrackOf(state, pair);
            var tactics = default(TacticPoints);
            var score = ScoreNow(state, pair, track, ref tactics);
            var judged = judge.Judge(track, score.Raw, pair.ScoredHits, tactics);
            if (!pair.HasPeak || (judged.Severity, score.Raw).CompareTo((pair.PeakSeverity, pair.PeakRaw)) > 0)
            {
                pair.HasPeak = true;
                pair.PeakOrdinal = ordinal;
                pair.PeakTrack = (int)track;
                pair.PeakLines = score.Lines;
                pair.PeakRaw = score.Raw;
                pair.PeakSeverity = judged.Severity;
                foreach (var tally in pair.Tallies)
                {
                    int value = PairScorer.ValueAt(tally, index.Rules[tally.Rule], state.LastTime);
                    tally.Peak = new TallyAtPeak(tally.ScoredHits, tally.Gross, tally.Capped, value);
                }
            }
        }
    }

    /// <summary>The pair of the headline: the highest severity, then the highest score, then the first. Null without evidence.</summary>
    public static TrackedPair? Headline(ConversationState state)
    {
        TrackedPair? best = null;
        foreach (var pair in state.Pairs)
        {
            if (pair.HasPeak && (best is null || (pair.PeakSeverity, pair.PeakRaw).CompareTo((best.PeakSeverity, best.PeakRaw)) > 0))
            {
                best = pair;
            }
        }

        return best;
    }

    /// <summary>The struct that a message gives back.</summary>
    public AppendResult Result(ConversationState state, Severity before, bool duplicate)
    {
        if (Headline(state) is not { } headline)
        {
            return new AppendResult(_baselineRisk, Severity.None, false, _baselineRisk, duplicate);
        }

        var tactics = default(TacticPoints);
        var now = ScoreNow(state, headline, TrackOf(state, headline), ref tactics);
        return new AppendResult(
            LogOdds.ToRisk(headline.PeakRaw), headline.PeakSeverity, !duplicate && headline.PeakSeverity > before, LogOdds.ToRisk(now.Raw), duplicate);
    }

    /// <summary>The score of a pair after the last message.</summary>
    public PairScore ScoreNow(ConversationState state, TrackedPair pair, Track track, ref TacticPoints tactics) =>
        PairScorer.At(
            pair, IsMutual(track) ? state.PairOf(pair.Towards, pair.From) : null, index, policy.Scoring, judge.PointsOf(track), state.LastTime, ref tactics);

    /// <summary>What a minor says back to somebody who is, or may be, an adult never makes it less of that person's doing.</summary>
    private static bool IsMutual(Track track) => track is not (Track.AdultToMinor or Track.UnknownToMinor);

    /// <summary>The track of a pair by what is known now.</summary>
    public static Track TrackOf(ConversationState state, TrackedPair pair) =>
        SeverityJudge.TrackOf(state.Participants[pair.From].SpeakerAge, state.Participants[pair.Towards].ListenerAge);

    /// <summary>The points of a pair by tactic at its peak.</summary>
    public TacticPoints TacticsAtPeak(TrackedPair pair)
    {
        var tactics = default(TacticPoints);
        foreach (var tally in pair.Tallies)
        {
            tactics[(int)index.Rules[tally.Rule].Tactic] += tally.Peak.Value;
        }

        return tactics;
    }

    /// <summary>The severity of a pair at its peak, with what decided it.</summary>
    public JudgedSeverity JudgePeak(TrackedPair pair) =>
        judge.Judge((Track)pair.PeakTrack, pair.PeakRaw, pair.Tallies.Sum(t => t.Peak.Hits), TacticsAtPeak(pair));

    /// <summary>Ties a state to these rules. Rules that have vanished are dropped and stated; what is derived is derived anew.</summary>
    public void Bind(ConversationState state)
    {
        if (ReferenceEquals(state.BoundTo, index))
        {
            return;
        }

        foreach (var pair in state.Pairs)
        {
            foreach (var tally in pair.Tallies)
            {
                tally.Rule = index.RuleOf(tally.RuleId);
                if (tally.Rule < 0)
                {
                    state.Notes.Add(NoteCodes.RuleDropped, tally.RuleId);
                }
            }

            pair.Tallies.RemoveAll(t => t.Rule < 0);
            pair.Evidence.RemoveAll(e => index.RuleOf(e.RuleId) < 0);
        }

        state.Pairs.RemoveAll(p => p.Tallies.Count == 0);
        state.BoundTo = index;
        foreach (var pair in state.Pairs.Where(p => p.HasPeak))
        {
            Derive(pair);
        }
    }

    private void Derive(TrackedPair pair)
    {
        long rules = pair.Tallies.Sum(t => (long)t.Peak.Value);
        if (judge.PointsOf((Track)pair.PeakTrack) is null)
        {
            var others = pair.PeakLines with { Track = 0 };
            pair.PeakLines = others with { Track = (int)-(rules + others.Sum) };
        }

        pair.PeakRaw = (int)(policy.Scoring.Baseline + rules + pair.PeakLines.Sum);
        pair.PeakSeverity = JudgePeak(pair).Severity;
    }
}
