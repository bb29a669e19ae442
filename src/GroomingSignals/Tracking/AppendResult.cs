using System.Runtime.InteropServices;
using GroomingSignals.Assessment;

namespace GroomingSignals.Tracking;

/// <summary>What one message changed.</summary>
/// <param name="Risk">The peak risk of the headline pair, in (0, 1); on the fused scale with a classifier.</param>
/// <param name="Severity">The severity of the conversation so far.</param>
/// <param name="SeverityRose">True when this message raised it.</param>
/// <param name="CurrentRisk">The decayed risk of the headline pair now, in (0, 1).</param>
/// <param name="Duplicate">True when the message had been seen among the last 32 and was ignored.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AppendResult(double Risk, Severity Severity, bool SeverityRose, double CurrentRisk, bool Duplicate);
