namespace GroomingSignals.Rules;

/// <summary>What a pack advises on a tactic.</summary>
internal sealed record RuleAdvice(string AtRisk, string Reviewer, string Source);
