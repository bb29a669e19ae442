using GroomingSignals.Data;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>Trains on all folds but one and scores that one, fold after fold.</summary>
internal sealed class FoldRunner(
    IReadOnlyList<LabelledConversation> conversations, FoldAssignment? split, EvaluationOptions options, IProgress<StageProgress>? progress, int stages, CancellationToken cancellationToken)
{
    private int _stage;

    private int Folds => split?.Folds.Length ?? 1;

    public FoldScores Run(string name, IConversationTrainer trainer)
    {
        var scores = new ConversationScore[conversations.Count];
        var peaks = new StreamPeaks?[conversations.Count];
        var scorers = new IConversationScorer[Folds];
        for (int fold = 0; fold < Folds; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double begin = ((_stage * Folds) + fold) / (double)(stages * Folds);
            double share = 1.0 / (stages * Folds);
            string stage = trainer is UntrainedScorer ? $"{name}: scoring" : $"{name}: fold {fold + 1} of {Folds}";
            progress?.Report(new StageProgress(stage, begin));
            scorers[fold] = trainer.Train(TrainingPart(trainer, fold), options.Seed, Within(stage, begin, 0.9 * share), cancellationToken);
            int[] rows = [.. split?.In(fold) ?? Enumerable.Range(0, conversations.Count)];
            FoldScores.Score(conversations, rows, scorers[fold], name, scores, peaks, options.Threads, cancellationToken);
        }

        _stage++;
        progress?.Report(new StageProgress(name, _stage / (double)stages));
        bool streams = peaks.Length > 0 && peaks.All(p => p is not null);
        return new FoldScores(name, scores, streams ? [.. peaks.Select(p => p!.Value)] : null, scorers);
    }

    private IReadOnlyList<LabelledConversation> TrainingPart(IConversationTrainer trainer, int fold) =>
        trainer is UntrainedScorer || split is null ? [] : [.. split.OutOf(fold).Select(i => conversations[i]).Where(c => c.Label is not null)];

    private ScaledProgress? Within(string stage, double begin, double share) =>
        progress is null ? null : new ScaledProgress(progress, stage, begin, share);

    private sealed class ScaledProgress(IProgress<StageProgress> to, string stage, double begin, double share) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => to.Report(new StageProgress($"{stage}: {value.Stage}", begin + (share * Math.Clamp(value.Done, 0, 1))));
    }
}
