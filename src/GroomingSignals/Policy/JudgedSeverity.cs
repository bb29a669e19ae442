using System.Runtime.InteropServices;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Policy;

/// <summary>A severity and what decided it.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="DecidedBy">What decided.</param>
/// <param name="Tactic">The tactic that decided; null when none did.</param>
/// <param name="Value">What was compared, in millionths of log-odds.</param>
/// <param name="Threshold">With what, as a risk in (0, 1).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JudgedSeverity(Severity Severity, SeverityDecision DecidedBy, Tactic? Tactic, int Value, double Threshold);
