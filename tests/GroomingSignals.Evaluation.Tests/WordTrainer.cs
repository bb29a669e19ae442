using GroomingSignals.Conversations;
using GroomingSignals.Data;

namespace GroomingSignals.Evaluation.Tests;

/// <summary>Learns in which class each word stands more often: enough to try an evaluation on. Remembers what it was shown.</summary>
internal sealed class WordTrainer(bool hasProbability = true) : IConversationTrainer
{
    public List<HashSet<string>> Shown { get; } = [];

    public string Name => "words";

    public IConversationScorer Train(
        IReadOnlyList<LabelledConversation> conversations, int seed, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Shown.Add([.. conversations.Select(c => c.Conversation.Id!)]);
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach (LabelledConversation conversation in conversations)
        {
            foreach (string word in conversation.Conversation.Messages.SelectMany(m => m.Text.Split(' ')).Distinct())
            {
                weights[word] = weights.GetValueOrDefault(word) + (conversation.Label is true ? 1 : -1);
            }
        }

        progress?.Report(new StageProgress("counting words", 1));
        return new Scorer(weights, hasProbability);
    }

    private sealed class Scorer(Dictionary<string, double> weights, bool hasProbability) : IConversationScorer
    {
        public ConversationScore Score(Conversation conversation)
        {
            double score = conversation.Messages.Count == 0 ? 0 : Trace(conversation)[^1];
            return new ConversationScore(score, hasProbability ? 1 / (1 + Math.Exp(-score / 20)) : null);
        }

        public IReadOnlyList<double> Trace(Conversation conversation)
        {
            double score = 0;
            return [.. conversation.Messages.Select(m => score += m.Text.Split(' ').Sum(w => weights.GetValueOrDefault(w)))];
        }
    }
}
