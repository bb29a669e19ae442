using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Policies;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>
/// What a policy that is written does to <c>low</c>: nothing chooses it, but it may not lie above review, so that it goes down with it. That changes which
/// conversations are <c>low</c>, and is stated like any other change.
/// </summary>
internal static class LowThresholds
{
    /// <summary>A line for each threshold of <c>low</c> that is another one in the policy that these thresholds give.</summary>
    /// <param name="planner">The planner.</param>
    /// <param name="thresholds">What is proposed.</param>
    public static IEnumerable<ThresholdProposal> Lowered(OperatingPlanner planner, GateThresholds thresholds)
    {
        RiskPolicy before = planner.Corpus.Policy;
        RiskPolicy after = TunedPolicy.Apply(before, planner.Corpus.Proposed, thresholds, prevalence: null);
        foreach (Gate gate in Gate.All)
        {
            int? current = Low(before, planner, gate);
            int? proposed = Low(after, planner, gate);
            if (current is { } now && proposed is { } next && now != next)
            {
                yield return new ThresholdProposal(
                    gate, Severity.Low, ProposalKind.LoweredWithReview, now, next, "lowered with review, above which it cannot lie", planner.Point(gate, next), planner.Point(gate, now));
            }
        }
    }

    private static int? Low(RiskPolicy policy, OperatingPlanner planner, Gate gate) =>
        GateThresholds.Of(policy, planner.Corpus.Proposed, gate)?.Low is { } risk ? LogOdds.FromRisk(risk) : null;
}
