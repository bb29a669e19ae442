namespace GroomingSignals.Evaluation.OperatingPoints.Plans;

/// <summary>The proposed thresholds on a platform of another prevalence.</summary>
/// <param name="Prevalence">The prevalence.</param>
/// <param name="Review">The review queue.</param>
/// <param name="Urgent">Its urgent head.</param>
internal sealed record SensitivityPoint(double Prevalence, QueueFigures Review, QueueFigures Urgent);
