using System.Runtime.InteropServices;

namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>What a gate lets in at a threshold.</summary>
/// <param name="Micros">The threshold, in millionths of log-odds.</param>
/// <param name="Found">Cases.</param>
/// <param name="Wrong">Negatives.</param>
/// <param name="OwnFound">Cases of the gate's own track, or in which its tactic was found.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GateCounts(int Micros, int Found, int Wrong, int OwnFound);
