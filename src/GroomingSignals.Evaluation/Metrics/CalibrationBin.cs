using System.Runtime.InteropServices;

namespace GroomingSignals.Evaluation.Metrics;

/// <summary>Sums of one bin.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CalibrationBin(long Count, long Positives, double Sum);
