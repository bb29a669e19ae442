using GroomingSignals.Conversations;

namespace GroomingSignals.Assessment;

/// <summary>Protective advice of the pack for one tactic that was found.</summary>
/// <param name="Tactic">The tactic.</param>
/// <param name="AtRisk">For the person at risk.</param>
/// <param name="Reviewer">For the reviewer.</param>
/// <param name="Source">Where the advice comes from.</param>
public sealed record AdviceItem(Tactic Tactic, string AtRisk, string Reviewer, string Source);
