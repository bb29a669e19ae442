using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.Metrics;

/// <summary>How far probabilities can be taken at their word. Undefined figures are null.</summary>
public static class CalibrationMetrics
{
    /// <summary>The Brier score, the mean of (p - y)^2 (Brier 1950): 0 is best. Null without rows.</summary>
    /// <param name="probabilities">Probabilities in [0, 1].</param>
    /// <param name="labels">True for grooming; as many.</param>
    public static double? Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels) =>
        Arguments.OrNull(new RankedProbabilities(probabilities, labels).Brier([]));

    /// <summary>The expected calibration error: the mean distance between promised and observed over bins of equal mass, weighted by their rows. Equal probabilities share a bin. Null without rows.</summary>
    /// <param name="probabilities">Probabilities in [0, 1].</param>
    /// <param name="labels">True for grooming; as many.</param>
    /// <param name="bins">How many bins; 15 unless said otherwise.</param>
    public static double? ExpectedCalibrationError(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, int bins = RankedProbabilities.Bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        return Arguments.OrNull(new RankedProbabilities(probabilities, labels).Error([], new CalibrationBin[bins]));
    }

    /// <summary>The reliability curve over the same bins; empty bins are left out.</summary>
    /// <param name="probabilities">Probabilities in [0, 1].</param>
    /// <param name="labels">True for grooming; as many.</param>
    /// <param name="bins">How many bins; 15 unless said otherwise.</param>
    public static ImmutableArray<ReliabilityPoint> ReliabilityCurve(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels, int bins = RankedProbabilities.Bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var filled = new CalibrationBin[bins];
        new RankedProbabilities(probabilities, labels).Error([], filled);
        return [.. filled.Where(b => b.Count > 0).Select(b => new ReliabilityPoint(b.Count, b.Sum / b.Count, (double)b.Positives / b.Count))];
    }
}
