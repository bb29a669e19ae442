namespace GroomingSignals.Evaluation.Metrics;

/// <summary>A 95 % interval: by percentiles of the bootstrap, or exact (Clopper and Pearson 1934) for the proportions that are said to have it.</summary>
/// <param name="Lower">The lower end: of the bootstrap the 2.5th percentile.</param>
/// <param name="Upper">The upper end: of the bootstrap the 97.5th percentile.</param>
public sealed record Interval(double Lower, double Upper)
{
    /// <summary>The least share of resamples in which a figure must be defined for an interval to mean anything.</summary>
    private const double Defined = 0.95;

    /// <summary>The interval of resampled values, linear between two of them; null when the figure was undefined in over 5 % of resamples.</summary>
    /// <param name="values">The values; NaN for undefined.</param>
    internal static Interval? Of(double[] values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        return sorted.Length == 0 || sorted.Length < Defined * values.Length ? null : new Interval(At(sorted, 0.025), At(sorted, 0.975));
    }

    private static double At(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
