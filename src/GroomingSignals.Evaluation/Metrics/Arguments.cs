namespace GroomingSignals.Evaluation.Metrics;

/// <summary>What comes in is checked, what is undefined goes out as null.</summary>
internal static class Arguments
{
    public static void RequireSameLength(int scores, int labels)
    {
        if (scores != labels)
        {
            throw new ArgumentException($"There are {scores} scores and {labels} labels; each score needs its label.", nameof(labels));
        }
    }

    /// <summary>Null for NaN, which is undefined within this assembly.</summary>
    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;
}
