namespace GroomingSignals.Evaluation.Traffic;

/// <summary>A rule in shadow mode: counted, never scored. What it would do if all of them were live.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Tactic">The id of its tactic.</param>
/// <param name="Conversations">Conversations in which it matched.</param>
/// <param name="Entering">Conversations that would newly enter the review queue and in which it would have a part.</param>
/// <param name="Rising">Conversations whose severity would rise in any way and in which it would have a part.</param>
internal sealed record ShadowTraffic(string Rule, string Tactic, long Conversations, long Entering, long Rising);
