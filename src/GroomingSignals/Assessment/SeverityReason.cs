using GroomingSignals.Conversations;

namespace GroomingSignals.Assessment;

/// <summary>Why the severity is what it is.</summary>
/// <param name="DecidedBy">What decided.</param>
/// <param name="Tactic">The tactic when a tactic threshold or a fast path decided; otherwise null.</param>
/// <param name="Value">The risk that was compared, in (0, 1).</param>
/// <param name="Threshold">The threshold it was compared with, in (0, 1): the one reached, or the lowest when none was.</param>
public sealed record SeverityReason(SeverityDecision DecidedBy, Tactic? Tactic, double Value, double Threshold);
