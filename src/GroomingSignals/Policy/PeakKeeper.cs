using GroomingSignals.Assessment;
using GroomingSignals.Features;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals.Policy;

/// <summary>Keeps for each pair the moment at which it stood highest: by severity, then by score. A month of small talk hides nothing.</summary>
/// <param name="index">The rules.</param>
/// <param name="policy">The policy.</param>
/// <param name="judge">The policy's judge.</param>
/// <param name="features">How features are collected; null when they are not.</param>
/// <param name="fused">The classifier; null without one.</param>
internal sealed class PeakKeeper(RuleIndex index, RiskPolicy policy, SeverityJudge judge, FeatureSetup? features = null, FusedScorer? fused = null)
{
    /// <summary>True when the state's scores are on the fused scale: there is a classifier, and it has heard the conversation from its beginning.</summary>
    public bool IsFused(ConversationState state) => fused is not null && state.Features is not null;

    /// <summary>The score of a conversation without evidence, on the state's scale.</summary>
    public int Baseline(ConversationState state) => IsFused(state) ? fused!.Fusion.Baseline : policy.Scoring.Baseline;

    /// <summary>Looks again at the pairs that a message of this participant can have changed.</summary>
    public void Update(ConversationState state, int participant, int ordinal)
    {
        if (IsFused(state))
        {
            UpdateFused(state, fused!.Speak(state), ordinal);
            return;
        }

        foreach (var pair in state.Pairs)
        {
            if ((pair.From == participant || pair.Towards == participant) && pair.ScoredHits > 0)
            {
                Consider(state, pair, null, ordinal);
            }
        }
    }

    /// <summary>The pair of the headline: the highest severity, then the highest score, then the one that had it first as far as that is known. Null without evidence.</summary>
    public static TrackedPair? Headline(ConversationState state)
    {
        TrackedPair? best = null;
        foreach (var pair in state.Pairs)
        {
            if (pair.HasPeak)
            {
                int order = best is null ? 1 : Order(pair.PeakSeverity, pair.PeakRaw, best);
                best = order > 0 || (order == 0 && state.Features?.Peak.IsOf(pair) == true) ? pair : best;
            }
        }

        return best;
    }

    /// <summary>The struct that a message gives back.</summary>
    public AppendResult Result(ConversationState state, Severity before, bool duplicate)
    {
        if (Headline(state) is not { } headline)
        {
            double baseline = LogOdds.ToRisk(Baseline(state));
            return new AppendResult(baseline, Severity.None, false, baseline, duplicate);
        }

        var tactics = default(TacticPoints);
        int now = RawNow(state, headline, TrackOf(state, headline), ref tactics, out _);
        return new AppendResult(
            LogOdds.ToRisk(headline.PeakRaw), headline.PeakSeverity, !duplicate && headline.PeakSeverity > before, LogOdds.ToRisk(now), duplicate);
    }

    /// <summary>
    /// The score of a pair after the last message, on the state's scale. Of a pair that only the classifier spoke of it is at most what it was: the
    /// classifier may speak of another one by now.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="track">Its track.</param>
    /// <param name="tactics">Receives its points by tactic.</param>
    /// <param name="apart">What each voice would say alone, on the fused scale; otherwise null.</param>
    public int RawNow(ConversationState state, TrackedPair pair, Track track, ref TacticPoints tactics, out VoicesApart? apart)
    {
        var voice = IsFused(state) ? fused!.Speak(state) : default(ClassifierVoice?);
        int raw = On(ScoreNow(state, pair, track, ref tactics), Heard(track, voice), out apart);
        return pair.HasPeak && pair.ScoredHits == 0 ? Math.Min(raw, pair.PeakRaw) : raw;
    }

    /// <summary>
    /// Where the pair of the classifier's focus stands now while the rules say nothing of it; null where the classifier says nothing.
    /// <see cref="Update"/> looks at such a pair only when it would be the headline.
    /// </summary>
    public Standing? FocusNow(ConversationState state)
    {
        if (!IsFused(state))
        {
            return null;
        }

        int raw = fused!.Alone(fused.Speak(state));
        return FocusPair(state, state.Features!) is { } pair && state.PairOf(pair.From, pair.Towards) is not { ScoredHits: > 0 }
            ? new Standing(pair.From, pair.Towards, TrackOf(state, pair.From, pair.Towards), raw, 0, default, new VoicesApart(raw, policy.Scoring.Baseline))
            : null;
    }

    /// <summary>What a minor says back to somebody who is, or may be, an adult never makes it less of that person's doing.</summary>
    private static bool IsMutual(Track track) => track is not (Track.AdultToMinor or Track.UnknownToMinor);

    /// <summary>The track of a pair by what is known now.</summary>
    public static Track TrackOf(ConversationState state, TrackedPair pair) => TrackOf(state, pair.From, pair.Towards);

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
    public JudgedSeverity JudgePeak(TrackedPair pair) => judge.Judge(
        (Track)pair.PeakTrack, pair.PeakRaw, pair.Tallies.Sum(t => t.Peak.Hits), TacticsAtPeak(pair),
        pair.PeakVoice is { } voice ? new VoicesApart(fused!.Alone(voice), RulesAtPeak(pair)) : null);

    /// <summary>
    /// Ties a state to these rules and this classifier. Rules that have vanished are dropped and stated; what another classifier heard, or what none
    /// heard from the beginning, says nothing; what is derived is derived anew.
    /// </summary>
    public void Bind(ConversationState state)
    {
        if (ReferenceEquals(state.BoundTo, index))
        {
            return;
        }

        if (features is null || state.Features is null || !features.Continues(state.Features))
        {
            state.Features = state.MessageCount == 0 ? features?.Begin() : null;
            state.Pairs.ForEach(p => p.PeakVoice = null);
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

        state.Pairs.RemoveAll(p => p.Tallies.Count == 0 && p.PeakVoice is null);
        state.BoundTo = index;
        foreach (var pair in state.Pairs.Where(p => p.HasPeak))
        {
            Derive(pair);
        }
    }

    private static Track TrackOf(ConversationState state, int from, int towards) =>
        SeverityJudge.TrackOf(state.Participants[from].SpeakerAge, state.Participants[towards].ListenerAge);

    /// <summary>
    /// From the speaker whom the features are about to the one who listens. Where that raises no risk, as from a minor to an adult, the conversation is
    /// heard the other way round: from the speaker who comes next among those from whom there is risk. Nobody is named who wrote nothing.
    /// </summary>
    private (int From, int Towards)? FocusPair(ConversationState state, FeatureState features)
    {
        int focus = features.Focus < 0 ? -1 : features.Speakers[features.Focus].Participant;
        int listener = focus < 0 ? -1 : Listeners.First(state, focus);
        if (listener < 0)
        {
            return null;
        }

        if (Raises(state, focus, listener))
        {
            return (focus, listener);
        }

        uint others = 0;
        for (int i = 0; i < features.Speakers.Count; i++)
        {
            int speaker = features.Speakers[i].Participant;
            others |= speaker != focus && Raises(state, speaker, focus) ? 1u << i : 0;
        }

        int next = FeatureWriter.FocusOf(features, others);
        return next < 0 ? null : (features.Speakers[next].Participant, focus);
    }

    private bool Raises(ConversationState state, int from, int towards) => judge.PointsOf(TrackOf(state, from, towards)) is not null;

    private PairScore ScoreNow(ConversationState state, TrackedPair pair, Track track, ref TacticPoints tactics) =>
        PairScorer.At(
            pair, IsMutual(track) ? state.PairOf(pair.Towards, pair.From) : null, index, policy.Scoring, judge.PointsOf(track), state.LastTime, ref tactics);

    /// <summary>The classifier is not heard on a track that raises no risk.</summary>
    private ClassifierVoice? Heard(Track track, ClassifierVoice? voice) => voice is not null && judge.PointsOf(track) is null ? default(ClassifierVoice) : voice;

    private int On(in PairScore score, ClassifierVoice? voice, out VoicesApart? apart)
    {
        apart = voice is { } spoken ? new VoicesApart(fused!.Alone(spoken), score.Raw) : null;
        return voice is { } heard ? fused!.Fuse(score.Raw, heard) : score.Raw;
    }

    /// <summary>
    /// The classifier hears the whole conversation, so that its voice can change every pair of which the rules speak; where they say nothing there is
    /// the pair of its focus now. One that was the focus before keeps its peak, and what is heard later is not of that pair.
    /// </summary>
    private void UpdateFused(ConversationState state, ClassifierVoice voice, int ordinal)
    {
        foreach (var pair in state.Pairs)
        {
            if (pair.ScoredHits > 0)
            {
                Consider(state, pair, voice, ordinal);
            }
        }

        if (FocusNow(state) is not { } focus)
        {
            return;
        }

        var judged = judge.Judge(focus.Track, focus.Raw, 0, default, focus.Apart);
        if (Headline(state) is { } headline && Order(judged.Severity, focus.Raw, headline) <= 0)
        {
            return;
        }

        var own = state.PairOf(focus.From, focus.Towards);
        if (own is null)
        {
            own = new TrackedPair { From = focus.From, Towards = focus.Towards };
            Unheard(state);
            state.Pairs.Add(own);
        }

        own.LastOrdinal = ordinal;
        Consider(state, own, voice, ordinal);
    }

    /// <summary>A pair that only the classifier spoke of, and that a higher one takes the place of, is of no further use.</summary>
    private static void Unheard(ConversationState state)
    {
        for (int i = state.Pairs.Count - 1; i >= 0; i--)
        {
            if (state.Pairs[i].Tallies.Count == 0)
            {
                state.Pairs.RemoveAt(i);
            }
        }
    }

    private void Consider(ConversationState state, TrackedPair pair, ClassifierVoice? spoken, int ordinal)
    {
        var track = TrackOf(state, pair);
        var tactics = default(TacticPoints);
        var score = ScoreNow(state, pair, track, ref tactics);
        var voice = Heard(track, spoken);
        int raw = On(score, voice, out var apart);
        var judged = judge.Judge(track, raw, pair.ScoredHits, tactics, apart);
        if (pair.HasPeak && Order(judged.Severity, raw, pair) <= 0)
        {
            return;
        }

        pair.HasPeak = true;
        pair.PeakOrdinal = ordinal;
        pair.PeakTrack = (int)track;
        pair.PeakLines = score.Lines;
        pair.PeakVoice = voice;
        pair.PeakRaw = raw;
        pair.PeakSeverity = judged.Severity;
        foreach (var tally in pair.Tallies)
        {
            int value = PairScorer.ValueAt(tally, index.Rules[tally.Rule], state.LastTime);
            tally.Peak = new TallyAtPeak(tally.ScoredHits, tally.Gross, tally.Capped, value);
        }

        if (voice is not null && IsHighest(state, pair))
        {
            fused!.TakeDown(state, pair);
        }
    }

    private static bool IsHighest(ConversationState state, TrackedPair pair)
    {
        var peak = state.Features!.Peak;
        var owner = peak.From < 0 ? null : state.PairOf(peak.From, peak.Towards);
        return owner is null || ReferenceEquals(owner, pair) || Order(pair.PeakSeverity, pair.PeakRaw, owner) > 0;
    }

    /// <summary>Compares a severity and a score with a peak; by hand, since comparing tuples of enumerations costs memory.</summary>
    private static int Order(Severity severity, int raw, TrackedPair peak) =>
        severity != peak.PeakSeverity ? ((int)severity).CompareTo((int)peak.PeakSeverity) : raw.CompareTo(peak.PeakRaw);

    /// <summary>What the rules alone said of a pair at its peak.</summary>
    private int RulesAtPeak(TrackedPair pair) => (int)(policy.Scoring.Baseline + pair.Tallies.Sum(t => (long)t.Peak.Value) + pair.PeakLines.Sum);

    private void Derive(TrackedPair pair)
    {
        long rules = pair.Tallies.Sum(t => (long)t.Peak.Value);
        bool raises = judge.PointsOf((Track)pair.PeakTrack) is not null;
        if (!raises)
        {
            var others = pair.PeakLines with { Track = 0 };
            pair.PeakLines = others with { Track = (int)-(rules + others.Sum) };
        }

        int raw = RulesAtPeak(pair);
        pair.PeakVoice = Heard((Track)pair.PeakTrack, pair.PeakVoice);
        pair.PeakRaw = pair.PeakVoice is { } voice ? fused!.Fuse(raw, voice) : raw;
        pair.PeakSeverity = JudgePeak(pair).Severity;
    }
}
