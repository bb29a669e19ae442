namespace GroomingSignals.Evaluation.Metrics;

/// <summary>A figure with its interval.</summary>
/// <param name="Metric">The id of the metric.</param>
/// <param name="Value">The figure; null when it is undefined.</param>
/// <param name="Interval">Its 95 % bootstrap interval by conversation, but for a proportion of 0 or 1 the exact one (Clopper and Pearson 1934): no resample differs there; null when it is undefined.</param>
public sealed record Estimate(string Metric, double? Value, Interval? Interval);
