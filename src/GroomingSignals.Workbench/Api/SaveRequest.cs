using GroomingSignals.Workbench.Points;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Api;

/// <summary>Asks to save the present settings as a policy.</summary>
/// <param name="Thresholds">By the names of tracks; what is left out stays as saved.</param>
/// <param name="Reason">Why; not empty.</param>
/// <param name="Author">Who; null when they do not say.</param>
/// <param name="Workload">The platform that the page shows, for what the file says of the figures; the one it began with when null.</param>
internal sealed record SaveRequest(Dictionary<string, ThresholdPair>? Thresholds, string? Reason, string? Author, Workload? Workload = null);
