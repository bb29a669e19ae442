namespace GroomingSignals.Evaluation.Splits;

/// <summary>A participant id that stands in over 20, and over 1 %, of the conversations: it names a role, not a person.</summary>
/// <param name="Id">The id.</param>
/// <param name="Conversations">In how many conversations it stands.</param>
public sealed record ParticipantRole(string Id, int Conversations);
