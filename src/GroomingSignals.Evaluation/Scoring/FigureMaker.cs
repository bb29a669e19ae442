using System.Collections.Immutable;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>Figures with intervals of one scorer's scores, on all labelled rows or a part of them.</summary>
internal sealed class FigureMaker
{
    private readonly FoldScores _scored;
    private readonly EvaluationOptions _options;
    private readonly IReadOnlyList<int> _foldOf;
    private readonly bool?[] _labels;

    public FigureMaker(IReadOnlyList<LabelledConversation> conversations, FoldScores scored, IReadOnlyList<int> foldOf, int folds, EvaluationOptions options)
    {
        _scored = scored;
        _options = options;
        _foldOf = foldOf;
        _labels = [.. conversations.Select(c => c.Label)];
        Thresholds = [.. FoldThresholds.Choose([.. scored.Scores.Select(s => s.Score)], _labels, foldOf, folds)];
    }

    /// <summary>The threshold of each fold.</summary>
    public ImmutableArray<double?> Thresholds { get; }

    public double? ThresholdOf(int row) => Thresholds[_foldOf[row]];

    public bool? IsAlerted(int row) => ThresholdOf(row) is { } threshold ? _scored.Scores[row].Score >= threshold : null;

    public int? AlertedAt(int row) => _scored.Peaks is { } peaks && ThresholdOf(row) is { } threshold ? peaks[row].FirstAt(threshold) : null;

    public bool IsLate(int row) => _scored.Peaks is not null && ThresholdOf(row) is not null;

    public MetricInputs Inputs(IReadOnlyList<int> rows) => new()
    {
        Labels = [.. rows.Select(i => _labels[i] is true)],
        Scores = [.. rows.Select(i => _scored.Scores[i].Score)],
        Probabilities = rows.All(i => _scored.Scores[i].Probability is not null) ? [.. rows.Select(i => _scored.Scores[i].Probability!.Value)] : null,
        Alerted = rows.All(i => ThresholdOf(i) is not null) ? [.. rows.Select(i => IsAlerted(i)!.Value)] : null,
        Stream = rows.All(IsLate) ? [.. rows.Select(i => new Alert(_labels[i] is true, AlertedAt(i)))] : null,
        Half = _options.LatencyHalf,
    };

    public ScorerFigures Make(string name, FigureKind kind, IReadOnlyList<int> rows, CancellationToken cancellationToken)
    {
        MetricInputs inputs = rows.Count > 0 ? Inputs(rows) : new MetricInputs { Labels = [], Scores = [] };
        MetricCalculator calculator = new(inputs);
        double[] values = calculator.Write();
        double[][] resampled = _options.Resamples > 0 && rows.Count > 0
            ? Resampling.Run(inputs.Labels, _options.Resamples, MetricCalculator.Count, _options.Seed, _options.Threads, calculator.Write, cancellationToken)
            : [.. values.Select(_ => Array.Empty<double>())];
        int positives = inputs.Labels.Count(l => l);
        Confusion? counts = inputs.Alerted is { } alerted ? CountsOf(inputs.Labels, alerted) : null;
        return new ScorerFigures
        {
            Name = name,
            Kind = kind,
            Positives = positives,
            Negatives = rows.Count - positives,
            Estimates = [.. MetricCatalogue.All.Select((m, i) => Estimate(i, values[i], resampled[i], positives, counts))],
            Counts = counts,
            Thresholds = Thresholds,
        };
    }

    /// <summary>A proportion of 0 or 1 is the same in every resample: the bootstrap has nothing to say there, and the exact interval stands instead.</summary>
    private static Estimate Estimate(int metric, double value, double[] resampled, int positives, Confusion? counts)
    {
        Interval? interval = double.IsFinite(value) ? Interval.Of(resampled) : null;
        if (interval is not null && value is 0 or 1 && Of(metric, positives, counts) is { } all)
        {
            interval = ClopperPearson.Of(value is 1 ? all : 0, all) ?? interval;
        }

        return new Estimate(MetricCatalogue.All[metric].Id, Arguments.OrNull(value), interval);
    }

    /// <summary>Of how many rows a metric is the share; null when it is no proportion.</summary>
    private static long? Of(int metric, int positives, Confusion? counts) => metric switch
    {
        >= MetricCatalogue.RecallAtFirstLimit and < MetricCatalogue.Precision or MetricCatalogue.Recall => positives,
        MetricCatalogue.Precision => counts?.TruePositives + counts?.FalsePositives,
        MetricCatalogue.FalsePositiveRate => counts?.FalsePositives + counts?.TrueNegatives,
        _ => null,
    };

    private static Confusion CountsOf(bool[] labels, bool[] alerted)
    {
        double[] scores = [.. alerted.Select(a => a ? 1.0 : 0)];
        return Confusion.At(scores, labels, 1);
    }
}
