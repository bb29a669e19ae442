using System.Runtime.InteropServices;

namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>A value of a gate above all before it.</summary>
/// <param name="Messages">How many messages had been seen, from 1.</param>
/// <param name="Micros">The value, in millionths of log-odds.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rise(int Messages, int Micros);
