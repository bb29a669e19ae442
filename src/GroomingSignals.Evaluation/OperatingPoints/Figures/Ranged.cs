using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.OperatingPoints.Figures;

/// <summary>A figure with its 95 % interval; null where it is undefined.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Interval">Its interval.</param>
internal sealed record Ranged(double? Value, Interval? Interval)
{
    public static Ranged Undefined { get; } = new(null, null);
}
