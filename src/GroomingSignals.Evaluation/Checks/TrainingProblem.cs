namespace GroomingSignals.Evaluation.Checks;

/// <summary>Why nothing can be learnt from data.</summary>
/// <param name="Id">A stable id: <c>no-data</c>, <c>one-class</c>, <c>too-few-positives</c> or <c>too-few-negatives</c>.</param>
/// <param name="Detail">One sentence that says what is needed.</param>
public sealed record TrainingProblem(string Id, string Detail);
