using GroomingSignals.Conversations;

namespace GroomingSignals.Workbench.Corpus;

/// <summary>A rule as people filter by it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Tactic">Its tactic.</param>
internal sealed record RuleName(string Id, string Title, Tactic Tactic);
