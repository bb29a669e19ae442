using GroomingSignals.Conversations;

namespace GroomingSignals.Evaluation;

/// <summary>Scores conversations. Thread-safe, and the same conversation always gets the same score.</summary>
public interface IConversationScorer
{
    /// <summary>Scores a whole conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    ConversationScore Score(Conversation conversation);

    /// <summary>The score after each message, as a stream would have seen it; null when the scorer cannot score a conversation in part.</summary>
    /// <param name="conversation">The conversation.</param>
    IReadOnlyList<double>? Trace(Conversation conversation);
}
