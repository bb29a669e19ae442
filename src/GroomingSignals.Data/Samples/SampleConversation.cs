using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Samples;

/// <summary>A composed conversation and what it was composed of. Never real, and never evidence of how the library does in the field.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Label">1 when tactics are enacted in it, 0 for a hard negative.</param>
/// <param name="Scene">The kind of scene: <c>tactics</c>, or the name of the everyday scene.</param>
/// <param name="Tactics">The tactics that each message enacts; one entry a message, mostly empty.</param>
public sealed record SampleConversation(Conversation Conversation, int Label, string Scene, ImmutableArray<ImmutableArray<Tactic>> Tactics);
