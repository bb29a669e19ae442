using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Points;

/// <summary>Asks what thresholds mean on one track, or for its whole curve.</summary>
/// <param name="Track">The name of the track.</param>
/// <param name="Thresholds">By the names of tracks; what is left out stays as saved.</param>
/// <param name="Workload">The platform; the default one when null.</param>
internal sealed record PointRequest(string Track, Dictionary<string, ThresholdPair>? Thresholds, Workload? Workload);
