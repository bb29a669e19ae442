using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Results;

/// <summary>How many conversations reach a severity, as <c>analyze</c> would give it: what a platform gets, without a threshold of the evaluation's own. Intervals are exact (Clopper and Pearson 1934), at 95 %.</summary>
/// <param name="Severity">The severity: conversations with it or a higher one are alerts.</param>
/// <param name="Counts">The counts; recall is null without cases, the false-positive rate without negatives.</param>
/// <param name="RecallInterval">The interval of the recall; null without cases.</param>
/// <param name="FalsePositiveRateInterval">The interval of the false-positive rate; null without negatives.</param>
/// <param name="AlertsPerMillion">Alerts for each million conversations at the prevalence; null when a class is missing.</param>
/// <param name="IsUpperBound">True when no negative was alerted: the alerts are worked out with the upper end of the interval of the false-positive rate.</param>
public sealed record SeverityFigure(
    Severity Severity, Confusion Counts, Interval? RecallInterval, Interval? FalsePositiveRateInterval, double? AlertsPerMillion, bool IsUpperBound)
{
    internal static SeverityFigure Of(Severity severity, Confusion counts, double prevalence)
    {
        Interval? recall = ClopperPearson.Of(counts.TruePositives, counts.TruePositives + counts.FalseNegatives);
        Interval? wrong = ClopperPearson.Of(counts.FalsePositives, counts.FalsePositives + counts.TrueNegatives);
        bool isBound = counts.FalsePositives == 0 && wrong is not null;
        double? rate = isBound ? wrong!.Upper : counts.FalsePositiveRate;
        double? alerts = counts.Recall is { } found && rate is { } share ? BaseRate.AlertsPerMillion(prevalence, found, share) : null;
        return new SeverityFigure(severity, counts, recall, wrong, alerts, isBound);
    }
}
