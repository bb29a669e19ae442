namespace GroomingSignals.Workbench.Points;

/// <summary>A figure with its 95 % interval.</summary>
/// <param name="Value">The figure; null when it is undefined.</param>
/// <param name="Lower">The lower end; null without an interval.</param>
/// <param name="Upper">The upper end; null without an interval.</param>
internal sealed record Figure(double? Value, double? Lower, double? Upper);
