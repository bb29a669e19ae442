namespace GroomingSignals.Workbench.Review;

/// <summary>Evidence in a message, by its place.</summary>
/// <param name="Start">The first code unit.</param>
/// <param name="End">The code unit after the last; equal to <paramref name="Start"/> for a tag.</param>
/// <param name="Tactic">The id of the tactic.</param>
/// <param name="Rule">The id of the rule.</param>
internal sealed record EvidenceMark(int Start, int End, string Tactic, string Rule);
