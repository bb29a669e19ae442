namespace GroomingSignals.Policy;

/// <summary>Thresholds on the own risk of one tactic.</summary>
/// <param name="Thresholds">The thresholds; null fields have none.</param>
/// <param name="FastPath">True: they hold from the first match.</param>
internal sealed record TacticPolicy(Thresholds Thresholds, bool FastPath);
