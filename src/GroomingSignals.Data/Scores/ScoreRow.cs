namespace GroomingSignals.Data.Scores;

/// <summary>One conversation of a file of scores, anybody's.</summary>
/// <param name="Id">The id of the conversation.</param>
/// <param name="Fold">The fold in which it was held out; null when the file does not say.</param>
/// <param name="Label">True for grooming; null when nobody said.</param>
/// <param name="Score">The score: a higher one means more risk.</param>
/// <param name="Probability">A probability in [0, 1]; null when the file has none.</param>
public sealed record ScoreRow(string Id, int? Fold, bool? Label, double Score, double? Probability);
