namespace GroomingSignals.Policy;

/// <summary>Thresholds on risk, each in (0, 1); null where a severity has none.</summary>
/// <param name="Low">From here on severity <c>low</c>.</param>
/// <param name="Review">From here on severity <c>review</c>.</param>
/// <param name="Urgent">From here on severity <c>urgent</c>.</param>
public sealed record Thresholds(double? Low, double? Review, double? Urgent);
