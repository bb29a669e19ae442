namespace GroomingSignals.Workbench.Points;

/// <summary>What the present thresholds mean.</summary>
/// <param name="Review">The track's threshold of <c>review</c>, by itself; null where it has none.</param>
/// <param name="Urgent">The track's threshold of <c>urgent</c>, by itself; null where it has none.</param>
/// <param name="Queue">All tracks and tactics together.</param>
/// <param name="Head">Of these, the urgent ones.</param>
/// <param name="Capacity">Cases that the reviewers can look at in a day.</param>
/// <param name="Moves">What changes against the policy that stands.</param>
internal sealed record PointAnswer(ThresholdAnswer? Review, ThresholdAnswer? Urgent, ThresholdAnswer Queue, ThresholdAnswer Head, double Capacity, QueueMoves Moves);
