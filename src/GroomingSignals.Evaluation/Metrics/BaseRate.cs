namespace GroomingSignals.Evaluation.Metrics;

/// <summary>
/// What rates mean where cases are rare. On a platform where one conversation of ten thousand is grooming, a false-positive rate of 2.3 % with
/// a recall of 0.96 is about 240 alerts for each true case, whatever F1 the test data gave.
/// </summary>
public static class BaseRate
{
    /// <summary>The share of alerts that are right: pi R / (pi R + (1 - pi) FPR). Null when there are no alerts.</summary>
    /// <param name="prevalence">pi, the share of conversations that are grooming, in (0, 1).</param>
    /// <param name="recall">R, in [0, 1].</param>
    /// <param name="falsePositiveRate">FPR, in [0, 1].</param>
    public static double? PositivePredictiveValue(double prevalence, double recall, double falsePositiveRate)
    {
        double alerts = AlertRate(prevalence, recall, falsePositiveRate);
        return alerts > 0 ? prevalence * recall / alerts : null;
    }

    /// <summary>Alerts for each million conversations.</summary>
    /// <param name="prevalence">The share of conversations that are grooming, in (0, 1).</param>
    /// <param name="recall">Recall, in [0, 1].</param>
    /// <param name="falsePositiveRate">False-positive rate, in [0, 1].</param>
    public static double AlertsPerMillion(double prevalence, double recall, double falsePositiveRate) =>
        1e6 * AlertRate(prevalence, recall, falsePositiveRate);

    /// <summary>Alerts for each true case among them, at least 1. Null when no case is found.</summary>
    /// <param name="prevalence">The share of conversations that are grooming, in (0, 1).</param>
    /// <param name="recall">Recall, in [0, 1].</param>
    /// <param name="falsePositiveRate">False-positive rate, in [0, 1].</param>
    public static double? AlertsPerTrueCase(double prevalence, double recall, double falsePositiveRate)
    {
        double alerts = AlertRate(prevalence, recall, falsePositiveRate);
        return recall > 0 ? alerts / (prevalence * recall) : null;
    }

    private static double AlertRate(double prevalence, double recall, double falsePositiveRate)
    {
        RequireShare(prevalence > 0 && prevalence < 1, prevalence, nameof(prevalence));
        RequireShare(recall is >= 0 and <= 1, recall, nameof(recall));
        RequireShare(falsePositiveRate is >= 0 and <= 1, falsePositiveRate, nameof(falsePositiveRate));
        return (prevalence * recall) + ((1 - prevalence) * falsePositiveRate);
    }

    private static void RequireShare(bool holds, double value, string name)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, "A share lies between 0 and 1; a prevalence is neither.");
        }
    }
}
