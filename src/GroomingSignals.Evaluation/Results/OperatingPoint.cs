using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Results;

/// <summary>What a threshold would mean on a platform.</summary>
/// <param name="Name">What it is: <c>fpr-1e-2</c>, <c>fpr-1e-3</c>, <c>fpr-1e-4</c>, or <c>chosen</c> for the thresholds chosen on the other folds.</param>
/// <param name="FalsePositiveRate">The rate it is worked out with: the limit; for <c>chosen</c> what was measured, or 3 / negatives (the one-sided 95 % bound) when no negative was alerted.</param>
/// <param name="IsUpperBound">True when that bound was taken.</param>
/// <param name="Recall">The recall.</param>
/// <param name="Threshold">The threshold; null when each fold has its own.</param>
/// <param name="AlertsPerMillion">Alerts for each million conversations at the prevalence.</param>
/// <param name="AlertsPerTrueCase">Alerts for each true case among them; null when no case is found.</param>
/// <param name="PositivePredictiveValue">The share of alerts that are right; null without alerts.</param>
public sealed record OperatingPoint(
    string Name, double FalsePositiveRate, bool IsUpperBound, double Recall, double? Threshold, double AlertsPerMillion, double? AlertsPerTrueCase, double? PositivePredictiveValue)
{
    internal static OperatingPoint At(string name, double rate, bool isBound, double recall, double? threshold, double prevalence) => new(
        name, rate, isBound, recall, threshold,
        BaseRate.AlertsPerMillion(prevalence, recall, rate), BaseRate.AlertsPerTrueCase(prevalence, recall, rate), BaseRate.PositivePredictiveValue(prevalence, recall, rate));
}
