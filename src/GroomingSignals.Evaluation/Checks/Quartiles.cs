using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.Checks;

/// <summary>Least, quartiles and greatest of some numbers: the smallest value that at least so large a part of them does not exceed.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Lower">The first quartile.</param>
/// <param name="Median">The median.</param>
/// <param name="Upper">The third quartile.</param>
/// <param name="Maximum">The greatest.</param>
public sealed record Quartiles(long Minimum, long Lower, long Median, long Upper, long Maximum)
{
    /// <summary>The quartiles of some numbers; null when there are none.</summary>
    /// <param name="values">The numbers, in any order.</param>
    public static Quartiles? Of(IEnumerable<long> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ImmutableArray<long> sorted = [.. values.Order()];
        return sorted.IsEmpty ? null : new Quartiles(sorted[0], At(sorted, 1), At(sorted, 2), At(sorted, 3), sorted[^1]);
    }

    private static long At(ImmutableArray<long> sorted, int quarters) => sorted[(int)((((long)sorted.Length * quarters) + 3) / 4) - 1];
}
