using System.Collections.Immutable;

namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>What became of one assessment.</summary>
/// <param name="Place">Where it was recorded; of a conversation that nobody recorded, where it stands in the data.</param>
/// <param name="ConversationId">The conversation; null when it has no id.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Missing">What the assessment names and this run does not have, one sentence each.</param>
/// <param name="Different">The keys whose values differ, as paths; none where something is missing.</param>
/// <param name="Notes">What may explain it.</param>
internal sealed record ReplayOutcome(
    string Place, string? ConversationId, ReplayKind Kind, ImmutableArray<string> Missing, ImmutableArray<string> Different, ImmutableArray<string> Notes)
{
    /// <summary>True where the data does not hold the conversation of the assessment.</summary>
    public bool IsWithoutConversation { get; init; }
}
