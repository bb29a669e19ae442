using System.Collections.Immutable;
using GroomingSignals.Evaluation.OperatingPoints.Figures;

namespace GroomingSignals.Evaluation.OperatingPoints.Plans;

/// <summary>A track or tactic at its thresholds.</summary>
/// <param name="Gate">Which.</param>
/// <param name="OwnPositives">Cases of the track, or in which the tactic was found.</param>
/// <param name="OwnNegatives">Negatives of the track, or in which the tactic was found.</param>
/// <param name="Points">The thresholds, the highest first.</param>
internal sealed record GatePlan(Gate Gate, int OwnPositives, int OwnNegatives, ImmutableArray<ThresholdPoint> Points);
