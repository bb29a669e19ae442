using System.Collections.Immutable;

namespace GroomingSignals.Assessment;

/// <summary>What the n-grams of one message say to the classifier. It holds places, no text.</summary>
/// <param name="MessageId">The id of the message, or its index from 0 when the platform gave none.</param>
/// <param name="Sender">The id of the sender.</param>
/// <param name="Score">The text score of the message: above 0 speaks for risk.</param>
/// <param name="Grams">The n-grams that matter most, the strongest first.</param>
/// <param name="OtherGrams">How many more n-grams have a weight.</param>
public sealed record MessageTextScore(string MessageId, string Sender, double Score, ImmutableArray<GramWeight> Grams, int OtherGrams);
