using GroomingSignals.Data;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Results;
using GroomingSignals.Evaluation.Scoring;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation;

/// <summary>
/// Measures a trainer by cross-validation, or a finished scorer. Thresholds are never chosen on what they are measured on: each fold has the one
/// with the best F1 on the held-out scores of the other folds. The same data, options and scorers give the same result on any number of threads.
/// </summary>
public static class Evaluator
{
    /// <summary>Trains on all folds but one and scores that one, for each fold.</summary>
    /// <param name="conversations">The data. Conversations without a label are scored, and count in no figure.</param>
    /// <param name="trainer">What is evaluated.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="ablations">Others to run on the same folds, by what they are called; <see cref="UntrainedScorer"/> wraps what learns nothing.</param>
    /// <param name="progress">Is told how far the work is; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Nothing can be learnt from the data; the message says what is needed.</exception>
    public static EvaluationResult CrossValidate(
        IReadOnlyList<LabelledConversation> conversations, IConversationTrainer trainer, EvaluationOptions? options = null,
        IReadOnlyDictionary<string, IConversationTrainer>? ablations = null, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        ArgumentNullException.ThrowIfNull(trainer);
        options ??= EvaluationOptions.Default;
        TrainingRequirements.Require(conversations, options.Folds);
        FoldAssignment split = ConversationFolds.Split(conversations, options.Folds, options.Seed, options.Split);
        for (int fold = 0; fold < options.Folds; fold++)
        {
            // What must stay together may have left a training part with too little after all.
            TrainingRequirements.Require([.. split.OutOf(fold).Select(i => conversations[i])]);
        }

        return Run(conversations, trainer.Name, trainer, split, options, ablations, progress, cancellationToken);
    }

    /// <summary>Measures a finished scorer. One class is accepted: what needs both is then null.</summary>
    /// <param name="conversations">The data.</param>
    /// <param name="name">What the scorer is called in reports.</param>
    /// <param name="scorer">What is evaluated.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="ablations">Others to score the same data, by what they are called.</param>
    /// <param name="progress">Is told how far the work is; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static EvaluationResult Score(
        IReadOnlyList<LabelledConversation> conversations, string name, IConversationScorer scorer, EvaluationOptions? options = null,
        IReadOnlyDictionary<string, IConversationScorer>? ablations = null, IProgress<StageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        options ??= EvaluationOptions.Default;
        int folds = Math.Min(options.Folds, conversations.Count);
        FoldAssignment? split = folds >= 2 ? ConversationFolds.Split(conversations, folds, options.Seed, options.Split) : null;
        var wrapped = ablations?.ToDictionary(a => a.Key, a => (IConversationTrainer)new UntrainedScorer(a.Key, a.Value), StringComparer.Ordinal);
        return Run(conversations, name, new UntrainedScorer(name, scorer), split, options, wrapped, progress, cancellationToken);
    }

    private static EvaluationResult Run(
        IReadOnlyList<LabelledConversation> conversations, string name, IConversationTrainer trainer, FoldAssignment? split, EvaluationOptions options,
        IReadOnlyDictionary<string, IConversationTrainer>? ablations, IProgress<StageProgress>? progress, CancellationToken cancellationToken)
    {
        KeyValuePair<string, IConversationTrainer>[] others = [.. (ablations ?? new Dictionary<string, IConversationTrainer>(StringComparer.Ordinal)).OrderBy(a => a.Key, StringComparer.Ordinal)];
        FoldRunner runner = new(conversations, split, options, progress, others.Length + 2, cancellationToken);
        FoldScores main = runner.Run(name, trainer);
        List<FoldScores> rest = [.. others.Select(a => runner.Run(a.Key, a.Value))];
        FoldScores length = runner.Run(LengthName, new UntrainedScorer(LengthName, new LengthScorer()));
        DataCheck check = DataCheck.Of(conversations, options.Split);
        return new ResultBuilder(conversations, split, check, options, cancellationToken).Build(main, rest, length, trainer is not UntrainedScorer);
    }

    private const string LengthName = "length only";
}
