using System.Collections.Immutable;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;
using GroomingSignals.Tracking;

namespace GroomingSignals.Assessment;

/// <summary>Makes the result of a state. Pure: it writes nothing to the state.</summary>
internal sealed class AssessmentBuilder(
    RuleIndex index, RiskPolicy policy, SeverityJudge judge, PeakKeeper peaks, VersionSet versions, ImmutableArray<string> expiredOverrides)
{
    private readonly FindingBuilder _findings = new(index, policy, judge, peaks);
    private readonly CounterfactualSearch _counterfactuals = new(index, policy, judge);

    public RiskAssessment Build(ConversationState state)
    {
        var headline = PeakKeeper.Headline(state);
        var judged = headline is null
            ? judge.Judge(Track.UnknownToUnknown, policy.Scoring.Baseline, 0, default)
            : peaks.JudgePeak(headline);
        int raw = headline?.PeakRaw ?? policy.Scoring.Baseline;
        var ordered = Ordered(state, headline);
        return new RiskAssessment
        {
            ConversationId = state.ConversationId,
            Risk = LogOdds.ToRisk(raw),
            Severity = judged.Severity,
            SeverityReason = new SeverityReason(judged.DecidedBy, judged.Tactic, LogOdds.ToRisk(judged.Value), judged.Threshold),
            Recommendation = Recommendations.For(judged.Severity),
            Probability = null,
            RawScore = LogOdds.ToDecimal(raw),
            Baseline = LogOdds.ToDecimal(policy.Scoring.Baseline),
            Current = Current(state, headline),
            From = headline is null ? null : state.Participants[headline.From].Id,
            Towards = headline is null ? null : state.Participants[headline.Towards].Id,
            Participants = [.. state.Participants.Select(Describe)],
            Tactics = [.. ordered.SelectMany(pair => _findings.Tactics(state, pair))],
            Evidence = [.. ordered.SelectMany(pair => _findings.Evidence(state, pair))],
            Contributions = headline is null ? [] : Ledger.Of(headline),
            Counterfactual = headline is null ? null : _counterfactuals.Find(headline, judged.Severity),
            Advice = headline is null ? [] : Advice(headline),
            Assumptions = AssumptionList.Of(state, expiredOverrides),
            Versions = versions,
        };
    }

    private CurrentRisk Current(ConversationState state, TrackedPair? headline)
    {
        if (headline is null)
        {
            int baseline = policy.Scoring.Baseline;
            return new CurrentRisk(LogOdds.ToRisk(baseline), judge.Judge(Track.UnknownToUnknown, baseline, 0, default).Severity, LogOdds.ToDecimal(baseline));
        }

        var track = PeakKeeper.TrackOf(state, headline);
        var tactics = default(TacticPoints);
        int raw = peaks.ScoreNow(state, headline, track, ref tactics).Raw;
        return new CurrentRisk(LogOdds.ToRisk(raw), judge.Judge(track, raw, headline.ScoredHits, tactics).Severity, LogOdds.ToDecimal(raw));
    }

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
