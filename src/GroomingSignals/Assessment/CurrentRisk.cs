namespace GroomingSignals.Assessment;

/// <summary>The decayed values of the headline pair after the last message, beside those of the peak.</summary>
/// <param name="Risk">Risk in (0, 1).</param>
/// <param name="Severity">The severity that the current score has by the same thresholds.</param>
/// <param name="RawScore">The current score in log-odds, exact to a millionth.</param>
public sealed record CurrentRisk(double Risk, Severity Severity, decimal RawScore);
