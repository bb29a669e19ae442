namespace GroomingSignals.Workbench.Points;

/// <summary>A track at thresholds from the highest to the lowest.</summary>
/// <param name="Track">The name of the track.</param>
/// <param name="Cases">How many labelled cases are the track's own.</param>
/// <param name="Points">The thresholds.</param>
internal sealed record CurveAnswer(string Track, int Cases, CurveStep[] Points);
