namespace GroomingSignals.Evaluation.Traffic;

/// <summary>The conversations in which a tactic was found.</summary>
/// <param name="Tactic">Its id.</param>
/// <param name="Conversations">All of them.</param>
/// <param name="Queued">Those in the review queue, its urgent head included.</param>
/// <param name="Urgent">Those at its head.</param>
internal sealed record TacticTraffic(string Tactic, long Conversations, long Queued, long Urgent);
