namespace GroomingSignals.Scoring.Classifier;

/// <summary>The thresholds that a model proposes for the fused scale, on risk, each in (0, 1), not falling. What they were chosen for is in the manifest.</summary>
/// <param name="Low">From here on severity <c>low</c>.</param>
/// <param name="Review">From here on severity <c>review</c>.</param>
/// <param name="Urgent">From here on severity <c>urgent</c>.</param>
internal sealed record FusedThresholds(double Low, double Review, double Urgent)
{
    public bool IsSound() => Low > 0 && Low <= Review && Review <= Urgent && Urgent < 1;
}
