using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.Metrics;

/// <summary>How soon cases are found. Undefined figures are null.</summary>
public static class EarlyDetection
{
    /// <summary>After how many messages the penalty is one half, unless said otherwise.</summary>
    public const int DefaultHalf = 50;

    /// <summary>The penalty of a true positive for coming late (Sadeque, Xu and Bethard 2018): -1 + 2 / (1 + exp(-p (k - 1))) with p = ln 3 / (half - 1). 0 at the first message, 0.5 at <paramref name="half"/>.</summary>
    /// <param name="messages">k, the messages seen when the alert fired; at least 1.</param>
    /// <param name="half">At how many messages the penalty is one half; at least 2.</param>
    public static double Penalty(int messages, int half = DefaultHalf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messages, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(half, 2);
        return -1 + (2 / (1 + Math.Exp(-Math.Log(3) / (half - 1) * (messages - 1))));
    }

    /// <summary>1 - the median penalty over the true positives; null without any.</summary>
    /// <param name="alerts">The alerts.</param>
    /// <param name="half">As for <see cref="Penalty"/>.</param>
    public static double? Speed(IReadOnlyCollection<Alert> alerts, int half = DefaultHalf)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        int[] found = [.. alerts.Where(a => a.Label && a.At is not null).Select(a => a.At!.Value).Order()];
        return found.Length == 0 ? null : 1 - ((Penalty(found[(found.Length - 1) / 2], half) + Penalty(found[found.Length / 2], half)) / 2);
    }

    /// <summary>F_latency = F1 x speed (Sadeque, Xu and Bethard 2018). 0 when no case is found; null without cases.</summary>
    /// <param name="alerts">The alerts.</param>
    /// <param name="half">As for <see cref="Penalty"/>.</param>
    public static double? FLatency(IReadOnlyCollection<Alert> alerts, int half = DefaultHalf)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        return ConfusionOf(alerts) is { } c && c.TruePositives + c.FalseNegatives > 0 ? c.F(1) * (Speed(alerts, half) ?? 0) : null;
    }

    /// <summary>What one conversation costs in <see cref="Erde"/>.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="deadline">o, the number of messages after which a true positive counts for less than half.</param>
    /// <param name="falsePositiveCost">c_fp.</param>
    public static double ErdeCost(Alert alert, int deadline, double falsePositiveCost) => alert switch
    {
        { Label: true, At: { } at } => 1 - (1 / (1 + Math.Exp(at - deadline))),
        { Label: true } => 1,
        { At: not null } => falsePositiveCost,
        _ => 0,
    };

    /// <summary>ERDE_o, the early risk detection error (Losada and Crestani 2016), mean over conversations: 0 is best. Null without conversations.</summary>
    /// <param name="alerts">The alerts.</param>
    /// <param name="deadline">o: 5 and 50 are usual.</param>
    /// <param name="falsePositiveCost">c_fp; the share of cases among the conversations when null.</param>
    public static double? Erde(IReadOnlyCollection<Alert> alerts, int deadline, double? falsePositiveCost = null)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        if (alerts.Count == 0)
        {
            return null;
        }

        double cost = falsePositiveCost ?? ((double)alerts.Count(a => a.Label) / alerts.Count);
        return alerts.Sum(a => ErdeCost(a, deadline, cost)) / alerts.Count;
    }

    /// <summary>The latency-to-alert curve: after each number of messages at which something was alerted, the shares alerted so far.</summary>
    /// <param name="alerts">The alerts.</param>
    public static ImmutableArray<LatencyPoint> LatencyCurve(IReadOnlyCollection<Alert> alerts)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        int positives = alerts.Count(a => a.Label);
        int negatives = alerts.Count - positives;
        int found = 0;
        int wrong = 0;
        var points = ImmutableArray.CreateBuilder<LatencyPoint>();
        foreach (var step in alerts.Where(a => a.At is not null).GroupBy(a => a.At!.Value).OrderBy(g => g.Key))
        {
            found += step.Count(a => a.Label);
            wrong += step.Count(a => !a.Label);
            points.Add(new LatencyPoint(step.Key, positives > 0 ? (double)found / positives : null, negatives > 0 ? (double)wrong / negatives : null));
        }

        return points.ToImmutable();
    }

    internal static Confusion ConfusionOf(IReadOnlyCollection<Alert> alerts) => new(
        alerts.LongCount(a => a is { Label: true, At: not null }), alerts.LongCount(a => a is { Label: false, At: not null }),
        alerts.LongCount(a => a is { Label: false, At: null }), alerts.LongCount(a => a is { Label: true, At: null }));
}
