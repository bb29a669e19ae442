namespace GroomingSignals.Evaluation.Results;

/// <summary>One conversation with its score.</summary>
/// <param name="Id">The id.</param>
/// <param name="Fold">The fold in which it was held out, from 0.</param>
/// <param name="Label">True for grooming; null when nobody said, and then it counts in no figure.</param>
/// <param name="Score">The score.</param>
/// <param name="Probability">The probability; null when the scorer has none.</param>
/// <param name="Alerted">Whether the score reaches the threshold of the fold; null when there is none.</param>
/// <param name="AlertedAt">How many messages had been seen when the threshold was reached in the stream; null when it never was.</param>
public sealed record ScoredConversation(string Id, int Fold, bool? Label, double Score, double? Probability, bool? Alerted, int? AlertedAt);
