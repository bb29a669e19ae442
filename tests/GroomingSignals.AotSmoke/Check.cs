using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.AotSmoke;

/// <summary>What holds of every assessment, with a classifier or without.</summary>
internal static class Check
{
    /// <summary>What does not hold; null when all does.</summary>
    public static string? Of(RiskAnalyzer analyzer, Conversation conversation, RiskAssessment batch)
    {
        if (batch.Baseline + batch.Contributions.Sum(c => c.Value) != batch.RawScore)
        {
            return "The ledger does not add up to the score.";
        }

        var state = analyzer.Start(conversation.Id, conversation.Participants);
        foreach (Message message in conversation.Messages)
        {
            analyzer.Append(state, message);
            state = analyzer.Resume(state.ToSnapshot());
        }

        return string.Equals(analyzer.Assess(state).ToJson(), batch.ToJson(), StringComparison.Ordinal)
            ? null
            : "Streaming with snapshots gives another result than the whole conversation.";
    }
}
