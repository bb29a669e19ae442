namespace GroomingSignals.Evaluation;

/// <summary>How far a long piece of work is.</summary>
/// <param name="Stage">What is being done, in a few words.</param>
/// <param name="Done">The part of all the work that is done, from 0 to 1.</param>
public sealed record StageProgress(string Stage, double Done);
