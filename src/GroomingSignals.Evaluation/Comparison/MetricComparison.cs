using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Comparison;

/// <summary>One metric of two scorers on the same conversations.</summary>
/// <param name="Metric">The id of the metric.</param>
/// <param name="A">The figure of A; null when it is undefined.</param>
/// <param name="B">The figure of B; null when it is undefined.</param>
/// <param name="Difference">A - B; null when either is undefined.</param>
/// <param name="Interval">The 95 % interval of the difference, both resampled together; null when it is undefined.</param>
/// <param name="ShareABetter">The share of resamples in which A is better, equal ones as half; lower is better for errors. Null when the difference is undefined.</param>
public sealed record MetricComparison(string Metric, double? A, double? B, double? Difference, Interval? Interval, double? ShareABetter);
