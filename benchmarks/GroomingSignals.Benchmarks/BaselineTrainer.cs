using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation;
using Microsoft.ML;

namespace GroomingSignals.Benchmarks;

/// <summary>What one would do first with ML.NET: <c>FeaturizeText</c> over the whole text of a conversation, and a stock learner.</summary>
/// <param name="name">What it is called.</param>
/// <param name="learner">Makes the learner.</param>
internal sealed class BaselineTrainer(string name, Func<MLContext, IEstimator<ITransformer>> learner) : IConversationTrainer
{
    public string Name => name;

    public IConversationScorer Train(
        IReadOnlyList<LabelledConversation> conversations, int seed, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var context = new MLContext(seed);
        var data = context.Data.LoadFromEnumerable(conversations.Select(c => new Row { Text = TextOf(c.Conversation), Label = c.Label is true }).ToList());
        var pipeline = context.Transforms.Text.FeaturizeText("Features", nameof(Row.Text)).Append(learner(context));
        return new Scorer(context.Model.CreatePredictionEngine<Row, Output>(pipeline.Fit(data)));
    }

    private static string TextOf(Conversation conversation) => string.Join(' ', conversation.Messages.Select(m => m.Text));

    private sealed class Row
    {
        public string Text { get; set; } = "";

        public bool Label { get; set; }
    }

    private sealed class Output
    {
        public float Score { get; set; }
    }

    /// <summary>A prediction engine is not thread-safe, and does not say so: one at a time.</summary>
    private sealed class Scorer(PredictionEngine<Row, Output> engine) : IConversationScorer
    {
        private readonly Lock _turn = new();

        public ConversationScore Score(Conversation conversation)
        {
            lock (_turn)
            {
                return new ConversationScore(engine.Predict(new Row { Text = TextOf(conversation) }).Score, null);
            }
        }

        public IReadOnlyList<double>? Trace(Conversation conversation) => null;
    }
}
