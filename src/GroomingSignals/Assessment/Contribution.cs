namespace GroomingSignals.Assessment;

/// <summary>One line of the ledger. <see cref="RiskAssessment.Baseline"/> and the lines add up to <see cref="RiskAssessment.RawScore"/> exactly.</summary>
/// <param name="Name">A rule id, or one of <c>cap</c>, <c>decay</c>, <c>co-occurrence</c>, <c>direction</c>, <c>acceleration</c>, <c>obfuscation</c>, <c>track</c>, <c>protection</c>; with a classifier also <c>classifier.text</c>, <c>classifier.bias</c>, <c>classifier.</c> and a feature, <c>classifier.features</c> where single ones are not known, and <c>rounding</c>.</param>
/// <param name="Value">What it adds, in log-odds (natural logarithm), exact to a millionth.</param>
public sealed record Contribution(string Name, decimal Value);
