namespace GroomingSignals.Cli.Rendering;

/// <summary>How often a tactic was found.</summary>
internal sealed record TacticCount(string Tactic, long Conversations, long Matches);
