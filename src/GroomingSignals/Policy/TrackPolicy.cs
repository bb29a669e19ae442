namespace GroomingSignals.Policy;

/// <summary>What a policy says of a track.</summary>
/// <param name="LogOdds">Added once there is evidence, in millionths of log-odds.</param>
/// <param name="Raises">False: tactics are reported, grooming risk is not raised.</param>
/// <param name="Rules">Thresholds of the track where it has its own, on the rules scale; null fields fall back to the policy's.</param>
/// <param name="Fused">The same on the fused scale.</param>
internal sealed record TrackPolicy(int LogOdds, bool Raises, Thresholds? Rules, Thresholds? Fused);
