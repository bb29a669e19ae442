namespace GroomingSignals.Evaluation;

/// <summary>What a scorer says of a conversation.</summary>
/// <param name="Score">Any number that orders conversations: a higher one means more risk.</param>
/// <param name="Probability">A calibrated probability in [0, 1]; null when the scorer has none.</param>
public readonly record struct ConversationScore(double Score, double? Probability);
