using GroomingSignals.Tracking;

namespace GroomingSignals.Hosting.Storage;

/// <summary>Says what a conversation has to tell of its participants, in records that are committed together with its state. <see cref="GroomingSignalsOptions.FollowParticipants"/> brings one; register another to keep records of your own in its place. Thread-safe.</summary>
public interface IParticipantProjector
{
    /// <summary>Called once for each conversation of a commit that has changed.</summary>
    /// <param name="analyzer">The analyzer that the state is bound to.</param>
    /// <param name="state">The state, to be read only.</param>
    /// <param name="records">Receives the records, at most one a participant; one that is equal to the last is not written again.</param>
    void Project(RiskAnalyzer analyzer, ConversationState state, ICollection<ParticipantRecord> records);
}
