namespace GroomingSignals.Evaluation.Metrics;

/// <summary>How one group fares.</summary>
/// <param name="Group">The value that the data names, for example a language.</param>
/// <param name="Counts">Its conversations.</param>
public sealed record FairnessGroup(string Group, Confusion Counts);
