using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.Traffic;

/// <summary>The conversations of one track.</summary>
/// <param name="Track">Its name.</param>
/// <param name="Severities">Conversations by severity.</param>
internal sealed record TrackTraffic(string Track, ImmutableArray<long> Severities);
