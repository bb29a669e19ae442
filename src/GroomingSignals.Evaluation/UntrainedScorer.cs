using GroomingSignals.Data;

namespace GroomingSignals.Evaluation;

/// <summary>A scorer that learns nothing, to stand beside trainers on the same folds: the rules alone, or a model that is finished.</summary>
public sealed class UntrainedScorer : IConversationTrainer
{
    private readonly IConversationScorer _scorer;

    /// <summary>Wraps a scorer.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="scorer">The scorer.</param>
    public UntrainedScorer(string name, IConversationScorer scorer)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(scorer);
        Name = name;
        _scorer = scorer;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IConversationScorer Train(
        IReadOnlyList<LabelledConversation> conversations, int seed, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default) => _scorer;
}
