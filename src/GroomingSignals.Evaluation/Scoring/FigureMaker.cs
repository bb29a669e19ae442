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
        return new ScorerFigures
        {
            Name = name,
            Kind = kind,
            Positives = positives,
            Negatives = rows.Count - positives,
            Estimates = [.. MetricCatalogue.All.Select((m, i) => Estimate(m.Id, values[i], resampled[i]))],
            Counts = inputs.Alerted is { } alerted ? CountsOf(inputs.Labels, alerted) : null,
            Thresholds = Thresholds,
        };
    }

    private static Estimate Estimate(string metric, double value, double[] resampled) =>
        new(metric, Arguments.OrNull(value), double.IsFinite(value) ? Interval.Of(resampled) : null);

    private static Confusion CountsOf(bool[] labels, bool[] alerted)
    {
        double[] scores = [.. alerted.Select(a => a ? 1.0 : 0)];
        return Confusion.At(scores, labels, 1);
    }
}
