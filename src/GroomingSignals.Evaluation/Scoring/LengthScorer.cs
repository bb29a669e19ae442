using GroomingSignals.Conversations;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>Scores by the length of the text alone: how far a figure comes without reading a word.</summary>
internal sealed class LengthScorer : IConversationScorer
{
    public ConversationScore Score(Conversation conversation) => new(conversation.Messages.Sum(m => (double)m.Text.Length), null);

    public IReadOnlyList<double>? Trace(Conversation conversation) => null;
}
