namespace GroomingSignals.Workbench.Queue;

/// <summary>Which conversations of the queue are looked at. What is null asks for nothing.</summary>
/// <param name="Tactic">The id of a tactic that was found.</param>
/// <param name="Rule">The id of a rule that found something.</param>
/// <param name="Track">The name of the track that decided.</param>
/// <param name="Severity"><c>review</c> or <c>urgent</c>.</param>
/// <param name="Change"><c>entering</c>, <c>leaving</c> or <c>staying</c>, against the saved policy.</param>
internal sealed record QueueFilter(string? Tactic, string? Rule, string? Track, string? Severity, string? Change);
