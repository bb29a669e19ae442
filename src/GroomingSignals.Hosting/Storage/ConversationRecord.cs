namespace GroomingSignals.Hosting.Storage;

/// <summary>A <see cref="ParticipantRecord"/> as it is read back for its participant.</summary>
/// <param name="Conversation">The id of the conversation that wrote it.</param>
/// <param name="Data">The record.</param>
public readonly record struct ConversationRecord(string Conversation, ReadOnlyMemory<byte> Data);
