using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Forests;

/// <summary>What the forest stage found.</summary>
/// <param name="OfFolds">For each fold the forest that was learnt without it.</param>
/// <param name="Final">The forest that was learnt from all.</param>
/// <param name="Fitted">The same in ML.NET's own form; null where no forest was learnt.</param>
internal sealed record ForestOutcome(IReadOnlyList<Forest> OfFolds, Forest Final, MlNetForest? Fitted);
