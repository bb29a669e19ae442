using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Samples;

/// <summary>One line of a draft.</summary>
/// <param name="Speaker">Which of the two says it: 0 or 1.</param>
/// <param name="Text">What is said.</param>
/// <param name="Tactics">The tactics that it enacts.</param>
/// <param name="Tags">What the platform says of it.</param>
internal readonly record struct SampleLine(int Speaker, string Text, ImmutableArray<Tactic> Tactics, MessageTags Tags = MessageTags.None);
