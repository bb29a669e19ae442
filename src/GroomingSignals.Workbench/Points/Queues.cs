using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;

namespace GroomingSignals.Workbench.Points;

/// <summary>The queue that a policy brings, and its head: for each conversation after how many messages it entered.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Review">The whole queue.</param>
/// <param name="Urgent">Its head.</param>
internal sealed record Queues(RiskPolicy Policy, int[] Review, int[] Urgent)
{
    public static Queues Of(ScoredCorpus corpus, RiskPolicy policy, Thresholds? proposed)
    {
        var thresholds = GateThresholds.Of(policy, proposed);
        return new Queues(policy, corpus.Entered(thresholds, Severity.Review), corpus.Entered(thresholds, Severity.Urgent));
    }

    /// <summary>Who enters and leaves, and who moves within: by the gates alone, so that no conversation is judged again.</summary>
    public QueueMoves Moves(Queues saved)
    {
        int entering = 0;
        int leaving = 0;
        int moving = 0;
        for (int row = 0; row < Review.Length; row++)
        {
            bool isQueued = Review[row] != GateRises.Never;
            bool was = saved.Review[row] != GateRises.Never;
            bool moves = (Urgent[row] != GateRises.Never) != (saved.Urgent[row] != GateRises.Never);
            entering += isQueued && !was ? 1 : 0;
            leaving += !isQueued && was ? 1 : 0;
            moving += isQueued && was && moves ? 1 : 0;
        }

        return new QueueMoves(entering, leaving, moving);
    }
}
