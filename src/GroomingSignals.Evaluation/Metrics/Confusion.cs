namespace GroomingSignals.Evaluation.Metrics;

/// <summary>How many conversations were alerted and should have been. Figures that are undefined (nothing to divide by) are null.</summary>
/// <param name="TruePositives">Grooming, alerted.</param>
/// <param name="FalsePositives">Not grooming, alerted.</param>
/// <param name="TrueNegatives">Not grooming, not alerted.</param>
/// <param name="FalseNegatives">Grooming, not alerted.</param>
public sealed record Confusion(long TruePositives, long FalsePositives, long TrueNegatives, long FalseNegatives)
{
    /// <summary>TP / (TP + FP): how many alerts are right. Null without alerts.</summary>
    public double? Precision => Ratio(TruePositives, TruePositives + FalsePositives);

    /// <summary>TP / (TP + FN): how many cases are found. Null without cases.</summary>
    public double? Recall => Ratio(TruePositives, TruePositives + FalseNegatives);

    /// <summary>FP / (FP + TN). Null without negatives.</summary>
    public double? FalsePositiveRate => Ratio(FalsePositives, FalsePositives + TrueNegatives);

    /// <summary>FN / (TP + FN). Null without cases.</summary>
    public double? FalseNegativeRate => Ratio(FalseNegatives, TruePositives + FalseNegatives);

    /// <summary>F_b = (1 + b^2) P R / (b^2 P + R), in counts, so that it is 0 when nothing was found; null without cases and alerts.</summary>
    /// <param name="beta">How many times as much recall weighs as precision: 1, 0.5 (PAN-2012) or 2. Above 0.</param>
    public double? F(double beta)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(beta);
        double square = beta * beta;
        return Ratio((1 + square) * TruePositives, ((1 + square) * TruePositives) + (square * FalseNegatives) + FalsePositives);
    }

    /// <summary>Counts scores at a threshold.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="labels">True for grooming; as many.</param>
    /// <param name="threshold">A score from here on is an alert.</param>
    public static Confusion At(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels, double threshold)
    {
        Arguments.RequireSameLength(scores.Length, labels.Length);
        long found = 0;
        long positives = 0;
        long alerts = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            bool alert = scores[i] >= threshold;
            alerts += alert ? 1 : 0;
            positives += labels[i] ? 1 : 0;
            found += alert && labels[i] ? 1 : 0;
        }

        return new Confusion(found, alerts - found, scores.Length - positives - alerts + found, positives - found);
    }

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
}
