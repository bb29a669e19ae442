namespace GroomingSignals.Evaluation.Metrics;

/// <summary>What a metric is.</summary>
/// <param name="Id">A stable id, for example <c>average-precision</c>.</param>
/// <param name="Name">What it is called in reports.</param>
/// <param name="HigherIsBetter">True when more is better.</param>
/// <param name="Explanation">One sentence on what it says.</param>
public sealed record MetricDefinition(string Id, string Name, bool HigherIsBetter, string Explanation);
