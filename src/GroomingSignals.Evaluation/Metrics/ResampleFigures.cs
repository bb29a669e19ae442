namespace GroomingSignals.Evaluation.Metrics;

/// <summary>Computes the figures of one resample.</summary>
/// <param name="weights">How often each row was drawn.</param>
/// <param name="figures">Receives the figures; NaN for what is undefined.</param>
internal delegate void ResampleFigures(ReadOnlySpan<int> weights, Span<double> figures);
