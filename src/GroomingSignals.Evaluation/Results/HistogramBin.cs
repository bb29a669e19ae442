namespace GroomingSignals.Evaluation.Results;

/// <summary>One bin of the scores.</summary>
/// <param name="From">The lower edge.</param>
/// <param name="To">The upper edge; it belongs to the next bin, but for the last.</param>
/// <param name="Positives">Cases in it.</param>
/// <param name="Negatives">Negatives in it.</param>
public sealed record HistogramBin(double From, double To, int Positives, int Negatives);
