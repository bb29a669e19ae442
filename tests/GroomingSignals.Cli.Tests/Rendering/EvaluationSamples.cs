using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Cli.Tests.Rendering;

/// <summary>Labelled conversations about the bus and a scorer that is right but for a few, for the tables of evaluations.</summary>
internal static class EvaluationSamples
{
    public static readonly IReadOnlyList<LabelledConversation> Conversations =
    [
        .. Enumerable.Range(0, 240).Select(i => new LabelledConversation(
            new Conversation { Id = $"c{i}", Messages = [.. Enumerable.Range(0, 1 + (i % 5)).Select(m => new Message { Sender = $"s{(m + i) % 7}", Text = $"the bus number {i} was late {m} times" })] },
            i % 30 == 29 ? null : i % 3 == 0)
        {
            Synthetic = i < 200,
        }),
    ];

    public static readonly DataCheck Check = DataCheck.Of(Conversations);

    public static EvaluationResult Result() => Evaluator.Score(
        Conversations, "nearly right", new NearlyRight(), new EvaluationOptions { Resamples = 200, Threads = 1 },
        new Dictionary<string, IConversationScorer>(StringComparer.Ordinal) { ["half of it"] = new NearlyRight(Wrong: 4) });

    private sealed record NearlyRight(int Wrong = 17) : IConversationScorer
    {
        public ConversationScore Score(Conversation conversation)
        {
            int number = int.Parse(conversation.Id![1..], System.Globalization.CultureInfo.InvariantCulture);
            double score = (number % 3 == 0 ? 0.6 : 0.1) + (number * 37 % 100 / 300.0) + (number % Wrong == 0 ? 0.3 : 0);
            return new ConversationScore(score, Math.Min(1, score));
        }

        public IReadOnlyList<double>? Trace(Conversation conversation) => null;
    }
}
