namespace GroomingSignals.Evaluation.Metrics;

/// <summary>One bin of the reliability curve: what was promised and what came.</summary>
/// <param name="Count">How many conversations.</param>
/// <param name="Predicted">Their mean probability.</param>
/// <param name="Observed">The share of them that are grooming.</param>
public sealed record ReliabilityPoint(long Count, double Predicted, double Observed);
