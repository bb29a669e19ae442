using System.Collections.Immutable;

namespace GroomingSignals.Assessment;

/// <summary>The smallest set of rules without which the severity would have been lower, other effects of the removal not replayed.</summary>
/// <param name="Rules">The rule ids.</param>
/// <param name="Severity">The severity without them.</param>
/// <param name="RawScore">The peak score without them, in log-odds.</param>
/// <param name="Minimal">True when no smaller set does it; false when the set was found greedily (more than three rules).</param>
public sealed record Counterfactual(ImmutableArray<string> Rules, Severity Severity, decimal RawScore, bool Minimal);
