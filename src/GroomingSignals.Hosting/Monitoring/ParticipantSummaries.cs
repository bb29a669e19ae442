using GroomingSignals.Hosting.Storage;
using GroomingSignals.Participants;
using GroomingSignals.Tracking;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>Has what a conversation says of its participants committed with its state, so that neither can be ahead of the other.</summary>
internal sealed class ParticipantSummaries : IParticipantProjector
{
    public void Project(RiskAnalyzer analyzer, ConversationState state, ICollection<ParticipantRecord> records)
    {
        foreach (var summary in ParticipantState.Summarize(state))
        {
            records.Add(new ParticipantRecord(summary.ParticipantId, summary.ToSnapshot()));
        }
    }
}
