namespace GroomingSignals.Hosting.Storage;

/// <summary>What a conversation has to say of one of its participants: opaque to the store, without text, and replaced whole by the next one of the same conversation and participant.</summary>
/// <param name="Participant">The id of the participant within the tenant.</param>
/// <param name="Data">The record; never changed in place.</param>
public readonly record struct ParticipantRecord(string Participant, ReadOnlyMemory<byte> Data);
