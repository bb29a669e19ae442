using GroomingSignals.Data;

namespace GroomingSignals.Evaluation;

/// <summary>Learns a scorer from labelled conversations. The same conversations and seed give the same scorer.</summary>
public interface IConversationTrainer
{
    /// <summary>What the trainer is called in reports.</summary>
    string Name { get; }

    /// <summary>Learns from conversations.</summary>
    /// <param name="conversations">Conversations, each with a label.</param>
    /// <param name="seed">Decides every choice that is made by chance.</param>
    /// <param name="progress">Is told how far the training is; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="ArgumentException">Nothing can be learnt from the conversations; the message says what is missing.</exception>
    IConversationScorer Train(
        IReadOnlyList<LabelledConversation> conversations, int seed, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default);
}
