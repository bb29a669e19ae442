namespace GroomingSignals.Evaluation.OperatingPoints.Figures;

/// <summary>One threshold of a gate.</summary>
/// <param name="Micros">The threshold, in millionths of log-odds.</param>
/// <param name="Risk">The same as a risk in (0, 1), as a policy writes it.</param>
/// <param name="OwnRecall">The share of the cases of its own track, or in which its tactic was found.</param>
/// <param name="Figures">What it brings by itself, whatever other gates bring.</param>
internal sealed record ThresholdPoint(int Micros, decimal Risk, Ranged OwnRecall, OperatingFigures Figures);
