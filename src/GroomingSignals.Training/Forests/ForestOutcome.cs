using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Forests;

/// <summary>What the forest stage found.</summary>
/// <param name="OfFolds">For each fold the forest that was learnt without it.</param>
/// <param name="Final">The forest that was learnt from all.</param>
internal sealed record ForestOutcome(IReadOnlyList<Forest> OfFolds, Forest Final);
