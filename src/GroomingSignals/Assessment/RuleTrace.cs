using System.Collections.Immutable;

namespace GroomingSignals.Assessment;

/// <summary>Why one rule fired, or did not, in one conversation. Holds no message text.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Steps">One for each message and listener, in the order in which they were tried.</param>
internal sealed record RuleTrace(string RuleId, ImmutableArray<RuleTraceStep> Steps);
