using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Policy;

/// <summary>Whether a policy and a classifier go together.</summary>
internal static class FusedScale
{
    /// <summary>The fewest bytes of a state in which the features of a classifier leave room for everything else.</summary>
    internal const int LeastStateBytes = 4_096;

    /// <summary>The thresholds that the classifier proposes; null without one.</summary>
    /// <exception cref="InvalidOperationException">The two do not go together.</exception>
    public static Thresholds? Proposed(RiskPolicy policy, RiskClassifier? classifier)
    {
        if (classifier is null)
        {
            return null;
        }

        if (policy.StateBytes < LeastStateBytes)
        {
            throw new InvalidOperationException(
                $"The policy's limits.stateBytes is {policy.StateBytes}; the features of a classifier need at least {LeastStateBytes}.");
        }

        var own = classifier.Parts.Thresholds;
        var proposed = new Thresholds(own.Low, own.Review, own.Urgent);
        var all = policy.Tracks.Select(t => SeverityJudge.Merge(t.Fused, SeverityJudge.Merge(policy.Fused, proposed)));
        return all.Any(t => t.Low > t.Review || t.Review > t.Urgent)
            ? throw new InvalidOperationException(
                "The fused thresholds that the policy states fall when those of the classifier fill the gaps: state low, review and urgent together.")
            : proposed;
    }
}
