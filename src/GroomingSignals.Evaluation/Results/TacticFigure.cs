namespace GroomingSignals.Evaluation.Results;

/// <summary>In how many conversations a tactic was found, and what the data says of it.</summary>
/// <param name="Tactic">Its id.</param>
/// <param name="Positives">Cases in which it was found.</param>
/// <param name="Negatives">Negatives in which it was found.</param>
/// <param name="Labelled">Conversations with a message that the data labels with it; null when the data labels no messages.</param>
/// <param name="LabelledAndFound">Of these, conversations in which it was found; null when the data labels no messages.</param>
public sealed record TacticFigure(string Tactic, int Positives, int Negatives, int? Labelled, int? LabelledAndFound);
