namespace GroomingSignals.Evaluation.Metrics;

/// <summary>Computes all metrics of labelled rows under weights. What needs sorting is sorted once; the cost of a call is linear. Thread-safe.</summary>
internal sealed class MetricCalculator
{
    private static readonly double[] Limits = [.. MetricCatalogue.FalsePositiveRates];

    private readonly MetricInputs _inputs;
    private readonly RankedScores _ranked;
    private readonly RankedProbabilities? _probabilities;
    private readonly StreamCosts? _stream;

    public MetricCalculator(MetricInputs inputs)
    {
        _inputs = inputs;
        _ranked = new RankedScores(inputs.Scores, inputs.Labels);
        _probabilities = inputs.Probabilities is { } p ? new RankedProbabilities(p, inputs.Labels) : null;
        _stream = inputs.Stream is { } stream ? new StreamCosts(stream, inputs.Half) : null;
    }

    public static int Count => MetricCatalogue.All.Length;

    public bool[] Labels => _inputs.Labels;

    /// <summary>Writes each metric of the catalogue; NaN for what is undefined.</summary>
    /// <param name="weights">How often each row counts; empty when each counts once.</param>
    /// <param name="values">Receives the metrics.</param>
    public void Write(ReadOnlySpan<int> weights, Span<double> values)
    {
        values.Fill(double.NaN);
        RankSweep sweep = RankSweep.Over(_ranked, weights, Limits, values.Slice(MetricCatalogue.RecallAtFirstLimit, Limits.Length));
        values[MetricCatalogue.AveragePrecision] = sweep.AveragePrecision;
        values[MetricCatalogue.RocAuc] = sweep.RocAuc;
        values[MetricCatalogue.BestF1] = sweep.BestF1;
        if (_inputs.Alerted is { } alerted)
        {
            Confusion counts = CountAlerts(alerted, weights);
            values[MetricCatalogue.Precision] = counts.Precision ?? double.NaN;
            values[MetricCatalogue.Recall] = counts.Recall ?? double.NaN;
            values[MetricCatalogue.F1] = counts.F(1) ?? double.NaN;
            values[MetricCatalogue.FHalf] = counts.F(0.5) ?? double.NaN;
            values[MetricCatalogue.F2] = counts.F(2) ?? double.NaN;
            values[MetricCatalogue.FalsePositiveRate] = counts.FalsePositiveRate ?? double.NaN;
        }

        if (_probabilities is not null)
        {
            Span<CalibrationBin> bins = stackalloc CalibrationBin[RankedProbabilities.Bins];
            values[MetricCatalogue.Brier] = _probabilities.Brier(weights);
            values[MetricCatalogue.CalibrationError] = _probabilities.Error(weights, bins);
        }

        _stream?.Write(weights, values);
    }

    /// <summary>Writes each metric, each row counting once.</summary>
    public double[] Write()
    {
        double[] values = new double[Count];
        Write([], values);
        return values;
    }

    private Confusion CountAlerts(bool[] alerted, ReadOnlySpan<int> weights)
    {
        long truePositives = 0;
        long falsePositives = 0;
        long positives = 0;
        long all = 0;
        for (int i = 0; i < alerted.Length; i++)
        {
            int weight = weights.IsEmpty ? 1 : weights[i];
            all += weight;
            positives += _inputs.Labels[i] ? weight : 0;
            truePositives += _inputs.Labels[i] && alerted[i] ? weight : 0;
            falsePositives += !_inputs.Labels[i] && alerted[i] ? weight : 0;
        }

        return new Confusion(truePositives, falsePositives, all - positives - falsePositives, positives - truePositives);
    }
}
