using GroomingSignals.Conversations;

namespace GroomingSignals.Assessment;

/// <summary>A participant as the assessment saw them.</summary>
/// <param name="Id">The id.</param>
/// <param name="Age">The age band as the platform stated it.</param>
/// <param name="Provenance">Where the band is known from.</param>
/// <param name="InferredAge">The band under 18 years that the participant claims, and that counts when they listen; null when no claim changes anything.</param>
/// <param name="Role">The role that the platform gave; otherwise null.</param>
/// <param name="Messages">How many messages the participant sent.</param>
/// <param name="Assumed">True for the unseen listener of a conversation with one sender.</param>
public sealed record ParticipantSummary(string Id, AgeBand Age, AgeProvenance Provenance, AgeBand? InferredAge, string? Role, int Messages, bool Assumed);
