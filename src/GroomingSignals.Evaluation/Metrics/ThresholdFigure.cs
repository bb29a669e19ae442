namespace GroomingSignals.Evaluation.Metrics;

/// <summary>A figure and the threshold that gives it.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Threshold">A score from here on is an alert.</param>
public sealed record ThresholdFigure(double Value, double Threshold);
