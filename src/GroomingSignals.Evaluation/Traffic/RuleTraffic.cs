namespace GroomingSignals.Evaluation.Traffic;

/// <summary>What a rule brings, and what it decides.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Tactic">The id of its tactic.</param>
/// <param name="Matches">Its matches, as far as states keep them.</param>
/// <param name="Conversations">Conversations in which it fired.</param>
/// <param name="Queued">Of these, those in the review queue.</param>
/// <param name="Decisive">Of those, the ones in which it belongs to a small set of rules without which the severity would be lower.</param>
/// <param name="IsNoisy">True when it fires often and seldom decides.</param>
internal sealed record RuleTraffic(string Rule, string Tactic, long Matches, long Conversations, long Queued, long Decisive, bool IsNoisy);
