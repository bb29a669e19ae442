namespace GroomingSignals.Evaluation.Metrics;

/// <summary>What was alerted after so many messages.</summary>
/// <param name="Messages">The messages of a conversation that had been seen.</param>
/// <param name="Positives">The share of cases alerted by then; null without cases.</param>
/// <param name="Negatives">The share of negatives alerted by then; null without negatives.</param>
public sealed record LatencyPoint(int Messages, double? Positives, double? Negatives);
