using GroomingSignals.Data;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Checks;

namespace GroomingSignals.Training;

/// <summary>
/// Trains a classifier of conversations: weights of n-grams, a forest over features, and how both are fused with the rules. Immutable and thread-safe.
/// The same conversations, options and seed give the same classifier, whatever the number of processors.
/// </summary>
public sealed class ClassifierTrainer : IConversationTrainer
{
    private readonly TrainingOptions _options;

    /// <summary>Makes a trainer.</summary>
    /// <param name="options">How to train; the defaults when null.</param>
    /// <exception cref="ArgumentException">No voice is asked for, or no rule pack is given.</exception>
    public ClassifierTrainer(TrainingOptions? options = null)
    {
        _options = options ?? TrainingOptions.Default;
        if ((_options.Voices & TrainingVoices.All) == TrainingVoices.None)
        {
            throw new ArgumentException("A classifier needs a voice: ask for rules, text, features or all.", nameof(options));
        }

        if (_options.Packs.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A classifier needs a rule pack, whose cues are features; RulePack.BuiltIn is one.", nameof(options));
        }
    }

    /// <inheritdoc/>
    public string Name => _options.Voices switch
    {
        TrainingVoices.Rules => "rules only",
        TrainingVoices.Text => "text only",
        TrainingVoices.Features => "features only",
        TrainingVoices.Rules | TrainingVoices.Text => "rules and text",
        TrainingVoices.Rules | TrainingVoices.Features => "rules and features",
        TrainingVoices.Text | TrainingVoices.Features => "text and features",
        _ => "full model",
    };

    /// <summary>Trains. Conversations without a label are left out.</summary>
    /// <param name="conversations">Conversations with labels.</param>
    /// <param name="seed">Decides every choice that is made by chance.</param>
    /// <param name="progress">Is told how far the training is; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <exception cref="ArgumentNullException"><paramref name="conversations"/> is null.</exception>
    /// <exception cref="ArgumentException">Nothing can be learnt: no labels, one class, or too few of one; the message says how many are needed.</exception>
    /// <exception cref="RulePacks.RulePackException">The packs do not go together.</exception>
    public TrainedClassifier Train(
        IReadOnlyList<LabelledConversation> conversations, int seed, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        LabelledConversation[] labelled = [.. conversations.Where(static c => c.Label is not null)];
        TrainingRequirements.Require(labelled);
        return new TrainingRun(labelled, _options, seed, new Stages(progress, cancellationToken)).Run();
    }

    IConversationScorer IConversationTrainer.Train(
        IReadOnlyList<LabelledConversation> conversations, int seed, IProgress<StageProgress>? progress, CancellationToken cancellationToken) =>
        Train(conversations, seed, progress, cancellationToken);
}
