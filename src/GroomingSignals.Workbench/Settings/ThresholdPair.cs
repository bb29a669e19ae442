namespace GroomingSignals.Workbench.Settings;

/// <summary>The two thresholds that bring a conversation into the queue, on risk in (0, 1).</summary>
/// <param name="Review">From here on <c>review</c>.</param>
/// <param name="Urgent">From here on <c>urgent</c>; not below <paramref name="Review"/>.</param>
internal sealed record ThresholdPair(double Review, double Urgent);
