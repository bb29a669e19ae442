namespace GroomingSignals.Evaluation.Results;

/// <summary>In how many conversations a rule fired.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Tactic">The id of its tactic.</param>
/// <param name="Positives">Cases in which it fired.</param>
/// <param name="Negatives">Negatives in which it fired.</param>
public sealed record RuleFigure(string Rule, string Tactic, int Positives, int Negatives);
