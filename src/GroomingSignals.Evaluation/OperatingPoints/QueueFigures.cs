using GroomingSignals.Evaluation.OperatingPoints.Figures;

namespace GroomingSignals.Evaluation.OperatingPoints;

/// <summary>What all gates together bring at some thresholds.</summary>
/// <param name="Conversations">Conversations of the corpus in the queue, labelled or not.</param>
/// <param name="Figures">What that means on the platform.</param>
internal sealed record QueueFigures(int Conversations, OperatingFigures Figures);
