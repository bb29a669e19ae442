namespace GroomingSignals.Assessment;

/// <summary>One line of the ledger. <see cref="RiskAssessment.Baseline"/> and the lines add up to <see cref="RiskAssessment.RawScore"/> exactly.</summary>
/// <param name="Name">A rule id, or one of <c>cap</c>, <c>decay</c>, <c>co-occurrence</c>, <c>direction</c>, <c>acceleration</c>, <c>obfuscation</c>, <c>track</c>, <c>protection</c>.</param>
/// <param name="Value">What it adds, in log-odds (natural logarithm), exact to a millionth.</param>
public sealed record Contribution(string Name, decimal Value);
