using GroomingSignals.Evaluation;

namespace GroomingSignals.Training;

/// <summary>Tells how far a training is. The shares were measured on some thousand conversations; they need not be exact.</summary>
internal sealed class Stages(IProgress<StageProgress>? progress, CancellationToken cancellationToken)
{
    private double _done;

    public CancellationToken Token => cancellationToken;

    /// <summary>Begins a stage, or stops when somebody asked for it.</summary>
    /// <param name="name">What is done, in a few words.</param>
    /// <param name="share">Which part of all the work it is.</param>
    public void Begin(string name, double share)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new StageProgress(name, Math.Min(1, _done)));
        _done += share;
    }

    public void End() => progress?.Report(new StageProgress("done", 1));
}
