using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation;

namespace GroomingSignals.Benchmarks.TfidfSvm;

/// <summary>
/// What one would do first with scikit-learn: TF-IDF of words and of characters side by side, and a linear support vector machine, everything at its
/// defaults. Written anew from its documentation; the scores are not the same to the last digit, since the order of visits is not.
/// </summary>
/// <param name="sublinear">True to take the logarithm of counts.</param>
internal sealed class TfidfSvmTrainer(bool sublinear) : IConversationTrainer
{
    public string Name => sublinear ? "TF-IDF (sublinear), linear SVM" : "TF-IDF, linear SVM";

    public IConversationScorer Train(
        IReadOnlyList<LabelledConversation> conversations, int seed, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var terms = conversations.Select(c => Terms.Of(c.Conversation)).ToList();
        var words = new TfidfVectors(terms.ConvertAll(t => t.Words), sublinear);
        var characters = new TfidfVectors(terms.ConvertAll(t => t.Characters), sublinear);
        var rows = terms.ConvertAll(t => Row(words, characters, t));
        var labels = conversations.Select(c => c.Label is true).ToList();
        return new Scorer(words, characters, LinearSvm.Train(rows, labels, words.Count + characters.Count, seed));
    }

    private static (int Index, double Value)[] Row(TfidfVectors words, TfidfVectors characters, Terms terms) =>
        [.. words.Of(terms.Words), .. characters.Of(terms.Characters, offset: words.Count)];

    /// <summary>The terms of a conversation, all its messages one text.</summary>
    private sealed record Terms(Dictionary<string, int> Words, Dictionary<string, int> Characters)
    {
        public static Terms Of(Conversation conversation)
        {
            string text = string.Join(' ', conversation.Messages.Select(m => m.Text));
            return new Terms(TextTerms.Words(text), TextTerms.Characters(text));
        }
    }

    private sealed class Scorer(TfidfVectors words, TfidfVectors characters, LinearSvm svm) : IConversationScorer
    {
        public ConversationScore Score(Conversation conversation) => new(svm.Score(Row(words, characters, Terms.Of(conversation))), null);

        public IReadOnlyList<double>? Trace(Conversation conversation) => null;
    }
}
