using GroomingSignals.Workbench.Queue;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Api;

/// <summary>Asks for a page of the queue.</summary>
/// <param name="Thresholds">By the names of tracks; what is left out stays as saved.</param>
/// <param name="Filter">Which conversations are looked at.</param>
/// <param name="Offset">Where the page begins.</param>
/// <param name="Count">How many rows at most.</param>
internal sealed record QueueRequest(Dictionary<string, ThresholdPair>? Thresholds, QueueFilter? Filter, int Offset, int Count);
