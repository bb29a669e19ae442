namespace GroomingSignals.Evaluation.Metrics;

/// <summary>What one threshold gives.</summary>
/// <param name="Threshold">A score from here on is an alert.</param>
/// <param name="TruePositives">Cases alerted.</param>
/// <param name="FalsePositives">Negatives alerted.</param>
/// <param name="Positives">All cases.</param>
/// <param name="Negatives">All negatives.</param>
public sealed record CurvePoint(double Threshold, int TruePositives, int FalsePositives, int Positives, int Negatives)
{
    /// <summary>The share of cases found; null without cases.</summary>
    public double? Recall => Positives > 0 ? (double)TruePositives / Positives : null;

    /// <summary>The share of alerts that are right.</summary>
    public double? Precision => TruePositives + FalsePositives > 0 ? (double)TruePositives / (TruePositives + FalsePositives) : null;

    /// <summary>The share of negatives alerted; null without negatives.</summary>
    public double? FalsePositiveRate => Negatives > 0 ? (double)FalsePositives / Negatives : null;
}
