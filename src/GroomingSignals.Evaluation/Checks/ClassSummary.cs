namespace GroomingSignals.Evaluation.Checks;

/// <summary>The shape of one class of the data: what a classifier could tell the classes apart by without reading a word.</summary>
/// <param name="Conversations">How many conversations.</param>
/// <param name="Characters">UTF-16 code units of text a conversation; null for an empty class.</param>
/// <param name="Messages">Messages a conversation; null for an empty class.</param>
/// <param name="Participants">Participants a conversation, listed or speaking; null for an empty class.</param>
public sealed record ClassSummary(int Conversations, Quartiles? Characters, Quartiles? Messages, Quartiles? Participants);
