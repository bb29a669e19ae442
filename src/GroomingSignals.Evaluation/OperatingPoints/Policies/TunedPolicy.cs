using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Policies;

/// <summary>A policy with other thresholds: everything else in it stays.</summary>
internal static class TunedPolicy
{
    /// <summary>The policy. A threshold that is kept stays to the last digit. Where <c>low</c> would lie above <c>review</c> it is lowered with it; a review threshold above the urgent one, which could never decide, too.</summary>
    /// <param name="policy">The policy that the thresholds were planned on.</param>
    /// <param name="proposed">The thresholds of the classifier; null without one.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="prevalence">The prevalence that was stated; null to keep that of the policy.</param>
    public static RiskPolicy Apply(RiskPolicy policy, Thresholds? proposed, GateThresholds thresholds, double? prevalence)
    {
        var before = GateThresholds.Of(policy, proposed);
        var tracks = policy.Tracks.ToBuilder();
        var tactics = policy.Tactics;
        foreach (Gate gate in Gate.All.Where(g => before.Review(g) != thresholds.Review(g) || before.Urgent(g) != thresholds.Urgent(g)))
        {
            if (gate.Tactic is { } tactic)
            {
                Thresholds own = Of(thresholds, gate, policy.Tactics.GetValueOrDefault(tactic)?.Thresholds);
                tactics = own is { Review: null, Urgent: null, Low: null }
                    ? tactics.Remove(tactic)
                    : tactics.SetItem(tactic, new TacticPolicy(own, policy.Tactics.GetValueOrDefault(tactic)?.FastPath ?? false));
                continue;
            }

            int track = (int)gate.Track!.Value;
            Thresholds ofTrack = Of(thresholds, gate, GateThresholds.Of(policy, proposed, gate));
            tracks[track] = gate.IsFused ? tracks[track] with { Fused = ofTrack } : tracks[track] with { Rules = ofTrack };
        }

        return policy with { Tracks = tracks.ToImmutable(), Tactics = tactics, Prevalence = prevalence ?? policy.Prevalence };
    }

    private static Thresholds Of(GateThresholds thresholds, Gate gate, Thresholds? before)
    {
        double? urgent = Risk(thresholds.Urgent(gate), before?.Urgent);
        double? review = Risk(thresholds.Review(gate), before?.Review);
        review = review > urgent ? urgent : review;
        double? next = review ?? urgent;
        return new Thresholds(before?.Low > next ? next : before?.Low, review, urgent);
    }

    /// <summary>The risk as it was where it gives the same threshold: fewer digits would look like a change.</summary>
    private static double? Risk(int? micros, double? before) => micros is not { } known ? null
        : before is { } exact && LogOdds.FromRisk(exact) == known ? exact
        : (double)RoundThreshold.Risk(known);
}
