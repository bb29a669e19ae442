using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.Metrics;

/// <summary>All metrics, in the order of reports.</summary>
public static class MetricCatalogue
{
    internal const int AveragePrecision = 0;
    internal const int RocAuc = 1;
    internal const int BestF1 = 2;
    internal const int RecallAtFirstLimit = 3;
    internal const int Precision = 6;
    internal const int Recall = 7;
    internal const int F1 = 8;
    internal const int FHalf = 9;
    internal const int F2 = 10;
    internal const int FalsePositiveRate = 11;
    internal const int Brier = 12;
    internal const int CalibrationError = 13;
    internal const int FLatency = 14;
    internal const int Speed = 15;
    internal const int Erde5 = 16;
    internal const int Erde50 = 17;

    private const string Exact = " Observed at 0 or 1, it has the exact interval (Clopper and Pearson 1934).";

    /// <summary>The false-positive rates at which recall is reported.</summary>
    public static ImmutableArray<double> FalsePositiveRates { get; } = [1e-2, 1e-3, 1e-4];

    /// <summary>The metrics.</summary>
    public static ImmutableArray<MetricDefinition> All { get; } =
    [
        new("average-precision", "Average precision", true, "Area under the precision-recall curve: the sum of recall gained times precision there."),
        new("roc-auc", "ROC-AUC", true, "How often a case scores above a negative; equal scores count half. Rare cases hardly show in it."),
        new("best-f1", "Best F1", true, "The highest F1 of any threshold, chosen on the scores it is measured on: it flatters."),
        new("recall-at-fpr-1e-2", "Recall at FPR 1e-2", true, "Cases found when one negative of a hundred may be alerted." + Exact),
        new("recall-at-fpr-1e-3", "Recall at FPR 1e-3", true, "Cases found when one negative of a thousand may be alerted." + Exact),
        new("recall-at-fpr-1e-4", "Recall at FPR 1e-4", true, "Cases found when one negative of ten thousand may be alerted." + Exact),
        new("precision", "Precision", true, "Alerts that are right, at the threshold chosen on the other folds, at the prevalence of this data." + Exact),
        new("recall", "Recall", true, "Cases found at the threshold chosen on the other folds." + Exact),
        new("f1", "F1", true, "Harmonic mean of precision and recall at the threshold chosen on the other folds."),
        new("f0.5", "F0.5", true, "As F1, precision weighing double: the measure of PAN-2012."),
        new("f2", "F2", true, "As F1, recall weighing double."),
        new("false-positive-rate", "False-positive rate", false, "Negatives alerted at the threshold chosen on the other folds." + Exact),
        new("brier", "Brier score", false, "Mean squared distance of probability and outcome."),
        new("ece", "Expected calibration error", false, "Mean distance of promised and observed share over 15 bins of equal mass."),
        new("f-latency", "F-latency", true, "F1 of alerts in the stream, times speed."),
        new("speed", "Speed", true, "1 less the median penalty of true alerts for coming late."),
        new("erde-5", "ERDE-5", false, "Early risk detection error with half the reward gone after 5 messages."),
        new("erde-50", "ERDE-50", false, "Early risk detection error with half the reward gone after 50 messages."),
    ];

    /// <summary>A metric by its id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public static MetricDefinition Find(string id) =>
        All.FirstOrDefault(m => string.Equals(m.Id, id, StringComparison.Ordinal)) ?? throw new ArgumentException($"There is no metric '{id}'.", nameof(id));
}
