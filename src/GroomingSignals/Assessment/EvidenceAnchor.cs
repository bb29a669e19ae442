using System.Collections.Immutable;

namespace GroomingSignals.Assessment;

/// <summary>Where in a message the evidence stands.</summary>
/// <param name="MessageId">The id of the message, or its index in the conversation, from 0, when the platform gave none.</param>
/// <param name="Spans">The parts of the text; empty when the evidence is a tag.</param>
public sealed record EvidenceAnchor(string MessageId, ImmutableArray<TextSpan> Spans);
