namespace GroomingSignals.Evaluation.OperatingPoints.Plans;

/// <summary>A review queue in which every tuned track finds the same share of its cases.</summary>
/// <param name="Level">The share, in (0, 1].</param>
/// <param name="Queue">The queue, with everything that is not tuned as it is.</param>
internal sealed record LevelPoint(double Level, QueueFigures Queue);
