namespace GroomingSignals.Assessment;

/// <summary>An n-gram of a message: a word, two words, or three to five characters.</summary>
/// <param name="Span">Where it first stands in the original text.</param>
/// <param name="Weight">What it adds to the text score of its message; those of all n-grams add up to the score, within rounding.</param>
public sealed record GramWeight(TextSpan Span, double Weight);
