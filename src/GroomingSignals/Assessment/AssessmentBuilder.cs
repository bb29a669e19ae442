using System.Collections.Immutable;
using GroomingSignals.Features;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals.Assessment;

/// <summary>Makes the result of a state. Pure: it writes nothing to the state.</summary>
internal sealed class AssessmentBuilder(
    RuleIndex index, RiskPolicy policy, SeverityJudge judge, PeakKeeper peaks, VersionSet versions, ImmutableArray<string> expiredOverrides,
    FusedScorer? fused, ClassifierTrust? trust)
{
    private readonly FindingBuilder _findings = new(index, policy, judge, peaks, fused?.Fusion);
    private readonly CounterfactualSearch _counterfactuals = new(index, policy, judge, fused);
    private readonly Ledger _ledger = new(fused);

    public RiskAssessment Build(ConversationState state)
    {
        var headline = PeakKeeper.Headline(state);
        var judged = headline is null
            ? JudgeBaseline(state)
            : peaks.JudgePeak(headline);
        int raw = headline?.PeakRaw ?? peaks.Baseline(state);
        var ordered = Ordered(state, headline);
        return new RiskAssessment
        {
            ConversationId = state.ConversationId,
            Risk = LogOdds.ToRisk(raw),
            Severity = judged.Severity,
            SeverityReason = new SeverityReason(judged.DecidedBy, judged.Tactic, LogOdds.ToRisk(judged.Value), judged.Threshold),
            Recommendation = Recommendations.For(judged.Severity),
            Probability = peaks.IsFused(state) ? trust!.Probability(raw) : null,
            RawScore = LogOdds.ToDecimal(raw),
            Baseline = LogOdds.ToDecimal(peaks.Baseline(state)),
            Current = Current(state, headline),
            From = headline is null ? null : state.Participants[headline.From].Id,
            Towards = headline is null ? null : state.Participants[headline.Towards].Id,
            Participants = [.. state.Participants.Select(Describe)],
            Tactics = [.. ordered.SelectMany(pair => _findings.Tactics(state, pair))],
            Evidence = [.. ordered.SelectMany(pair => _findings.Evidence(state, pair))],
            Contributions = headline is null ? [] : _ledger.Of(headline, IsHeard(headline), PeakOf(state, headline)),
            Counterfactual = headline is null ? null : _counterfactuals.Find(headline, judged.Severity),
            Advice = headline is null ? [] : Advice(headline),
            Assumptions = AssumptionList.Of(state, expiredOverrides, OfClassifier(state)),
            Versions = versions,
        };
    }

    private CurrentRisk Current(ConversationState state, TrackedPair? headline)
    {
        if (headline is null)
        {
            int baseline = peaks.Baseline(state);
            return new CurrentRisk(LogOdds.ToRisk(baseline), JudgeBaseline(state).Severity, LogOdds.ToDecimal(baseline));
        }

        var track = PeakKeeper.TrackOf(state, headline);
        var tactics = default(TacticPoints);
        int raw = peaks.RawNow(state, headline, track, ref tactics, out var apart);
        var severity = judge.Judge(track, raw, headline.ScoredHits, tactics, apart).Severity;
        return new CurrentRisk(
            LogOdds.ToRisk(raw), headline.ScoredHits == 0 && severity > headline.PeakSeverity ? headline.PeakSeverity : severity, LogOdds.ToDecimal(raw));
    }

    /// <summary>The exact explanation of the forest at the peak; null when no classifier was heard there, or its features are not known any more.</summary>
    public ClassifierExplanation? Explain(ConversationState state)
    {
        if (fused is null || PeakKeeper.Headline(state) is not { } headline || PeakOf(state, headline) is not { } peak)
        {
            return null;
        }

        double[] values = TreeShap.Of(fused.Forest, peak.Vector);
        return new ClassifierExplanation
        {
            Expected = fused.Forest.Expected,
            Features =
            [
                .. values.Select((value, i) => new FeatureValue(FeatureSchema.Names[i], peak.Vector[i], value))
                    .Where(f => f.Value != 0).OrderByDescending(f => Math.Abs(f.Value)),
            ],
            Score = fused.Forest.Score(peak.Vector),
            Weight = fused.Fusion.Forest,
        };
    }

    /// <summary>On a track that raises no risk the classifier is not heard.</summary>
    private bool IsHeard(TrackedPair headline) => headline.PeakVoice is not null && judge.PointsOf((Track)headline.PeakTrack) is not null;

    private FeaturePeak? PeakOf(ConversationState state, TrackedPair headline) =>
        IsHeard(headline) && state.Features?.Peak is { } peak && peak.IsOf(headline) ? peak : null;

    private JudgedSeverity JudgeBaseline(ConversationState state)
    {
        int baseline = peaks.Baseline(state);
        return judge.Judge(Track.UnknownToUnknown, baseline, 0, default, peaks.IsFused(state) ? new VoicesApart(baseline, policy.Scoring.Baseline) : null);
    }

    private ImmutableArray<string> OfClassifier(ConversationState state) =>
        trust is null ? [] : peaks.IsFused(state) ? trust.Doubts : [NoteCodes.ClassifierFeaturesMissing];

    /// <summary>The headline first, then the others by severity, score and age.</summary>
    private static List<TrackedPair> Ordered(ConversationState state, TrackedPair? headline) =>
        [.. state.Pairs.OrderByDescending(p => p == headline).ThenByDescending(p => p.PeakSeverity).ThenByDescending(p => p.HasPeak ? p.PeakRaw : int.MinValue)];

    private static ParticipantSummary Describe(TrackedParticipant participant) =>
        new(participant.Id, participant.Age, participant.Provenance, participant.ListenerAge == participant.Age ? null : participant.ListenerAge,
            participant.Role, participant.Messages, participant.Assumed);

    private ImmutableArray<AdviceItem> Advice(TrackedPair headline)
    {
        var advice = index.Set.Advice;
        return
        [
            .. headline.Tallies.Where(t => t.ScoredHits > 0).Select(t => index.Rules[t.Rule].Tactic).Distinct().Order()
                .Where(advice.ContainsKey)
                .Select(tactic => new AdviceItem(tactic, advice[tactic].AtRisk, advice[tactic].Reviewer, advice[tactic].Source)),
        ];
    }
}
