using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.Metrics;

/// <summary>How differently the groups of one kind fare. Small groups differ by chance: read the sizes first.</summary>
/// <param name="Dimension">What the groups are of, for example <c>language</c>.</param>
/// <param name="Groups">The groups, in ordinal order.</param>
public sealed record FairnessFigure(string Dimension, ImmutableArray<FairnessGroup> Groups)
{
    /// <summary>The largest difference in false-positive rate between two groups; null when fewer than two have negatives.</summary>
    public double? FalsePositiveRateGap => Gap(g => g.Counts.FalsePositiveRate);

    /// <summary>The largest difference in false-negative rate between two groups; null when fewer than two have cases.</summary>
    public double? FalseNegativeRateGap => Gap(g => g.Counts.FalseNegativeRate);

    /// <summary>The 95 % bootstrap interval of the difference in false-positive rate; null when it is undefined. A gap is never negative, so chance alone makes one: compare the interval with the sizes.</summary>
    public Interval? FalsePositiveRateInterval { get; init; }

    /// <summary>The 95 % bootstrap interval of the difference in false-negative rate; null when it is undefined.</summary>
    public Interval? FalseNegativeRateInterval { get; init; }

    private double? Gap(Func<FairnessGroup, double?> rate)
    {
        double[] rates = [.. Groups.Select(rate).OfType<double>()];
        return rates.Length < 2 ? null : rates.Max() - rates.Min();
    }
}
