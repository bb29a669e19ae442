namespace GroomingSignals.Evaluation.Metrics;

/// <summary>What coming late costs, worked out once for each row, so that a resample only adds.</summary>
internal sealed class StreamCosts
{
    private readonly Alert[] _alerts;
    private readonly int[] _found;
    private readonly double[] _penalties;
    private readonly double[] _at5;
    private readonly double[] _at50;
    private readonly bool[] _isFalseAlert;

    public StreamCosts(Alert[] alerts, int half)
    {
        _alerts = alerts;
        _found = [.. Enumerable.Range(0, alerts.Length).Where(i => alerts[i] is { Label: true, At: not null }).OrderBy(i => alerts[i].At)];
        _penalties = [.. _found.Select(i => EarlyDetection.Penalty(alerts[i].At!.Value, half))];
        _at5 = [.. alerts.Select(a => EarlyDetection.ErdeCost(a, 5, 0))];
        _at50 = [.. alerts.Select(a => EarlyDetection.ErdeCost(a, 50, 0))];
        _isFalseAlert = [.. alerts.Select(a => a is { Label: false, At: not null })];
    }

    public void Write(ReadOnlySpan<int> weights, Span<double> values)
    {
        long all = 0;
        long positives = 0;
        long falseAlerts = 0;
        double at5 = 0;
        double at50 = 0;
        for (int i = 0; i < _alerts.Length; i++)
        {
            int weight = weights.IsEmpty ? 1 : weights[i];
            all += weight;
            positives += _alerts[i].Label ? weight : 0;
            falseAlerts += _isFalseAlert[i] ? weight : 0;
            at5 += weight * _at5[i];
            at50 += weight * _at50[i];
        }

        if (all == 0)
        {
            return;
        }

        // A false alert costs the share of cases, which a resample may change.
        double falseCosts = (double)falseAlerts * positives / all;
        values[MetricCatalogue.Erde5] = (at5 + falseCosts) / all;
        values[MetricCatalogue.Erde50] = (at50 + falseCosts) / all;
        double speed = SpeedOf(weights, out long found);
        values[MetricCatalogue.Speed] = speed;
        if (positives > 0)
        {
            double f1 = new Confusion(found, falseAlerts, 0, positives - found).F(1) ?? double.NaN;
            values[MetricCatalogue.FLatency] = found == 0 ? 0 : f1 * speed;
        }
    }

    private double SpeedOf(ReadOnlySpan<int> weights, out long found)
    {
        found = 0;
        foreach (int row in _found)
        {
            found += weights.IsEmpty ? 1 : weights[row];
        }

        return found == 0 ? double.NaN : 1 - ((PenaltyAt(weights, (found - 1) / 2) + PenaltyAt(weights, found / 2)) / 2);
    }

    private double PenaltyAt(ReadOnlySpan<int> weights, long place)
    {
        int rank = 0;
        for (long seen = 0; rank < _found.Length; rank++)
        {
            seen += weights.IsEmpty ? 1 : weights[_found[rank]];
            if (seen > place)
            {
                break;
            }
        }

        return _penalties[rank];
    }
}
