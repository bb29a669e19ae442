using System.Collections.Immutable;
using GroomingSignals.Data.Scores;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Scoring;

namespace GroomingSignals.Evaluation.Comparison;

/// <summary>Joins two lists of scores by id and resamples both together.</summary>
internal sealed class ComparisonMaker
{
    private const int MadeFolds = 5;

    private readonly SortedDictionary<string, ScoreRow> _a;
    private readonly SortedDictionary<string, ScoreRow> _b;
    private readonly ComparisonOptions _options;
    private readonly CancellationToken _cancellationToken;

    public ComparisonMaker(IReadOnlyList<ScoreRow> a, IReadOnlyList<ScoreRow> b, ComparisonOptions options, CancellationToken cancellationToken)
    {
        _a = ById(a, nameof(a));
        _b = ById(b, nameof(b));
        _options = options;
        _cancellationToken = cancellationToken;
    }

    public ScoreComparison Make(string nameA, string nameB)
    {
        // In ordinal order of ids: the order of the files changes nothing.
        (ScoreRow A, ScoreRow B)[] both = [.. _a.Values.Where(r => _b.ContainsKey(r.Id)).Select(r => (r, _b[r.Id]))];
        (ScoreRow A, ScoreRow B)[] used = [.. both.Where(p => p.A.Label is not null && p.A.Label == p.B.Label)];
        bool[] labels = [.. used.Select(p => p.A.Label is true)];
        ScoreRow[] usedA = [.. used.Select(p => p.A)];
        ScoreRow[] usedB = [.. used.Select(p => p.B)];
        int[]? foldsA = FoldsOf(usedA);
        int[]? foldsB = FoldsOf(usedB);
        MetricCalculator a = new(Inputs(usedA, foldsA ?? foldsB ?? Made(labels), labels));
        MetricCalculator b = new(Inputs(usedB, foldsB ?? foldsA ?? Made(labels), labels));
        bool hasFoldsA = both.Any(p => p.A.Fold is not null);
        bool hasFoldsB = both.Any(p => p.B.Fold is not null);
        return new ScoreComparison
        {
            NameA = nameA,
            NameB = nameB,
            Positives = labels.Count(l => l),
            Negatives = labels.Count(l => !l),
            OnlyInA = [.. _a.Keys.Where(id => !_b.ContainsKey(id))],
            OnlyInB = [.. _b.Keys.Where(id => !_a.ContainsKey(id))],
            DifferentLabels = [.. both.Where(p => p.A.Label != p.B.Label).Select(p => p.A.Id)],
            HasFoldsA = hasFoldsA,
            HasFoldsB = hasFoldsB,
            DifferentFolds = [.. both.Where(p => hasFoldsA && hasFoldsB && p.A.Fold != p.B.Fold).Select(p => p.A.Id)],
            Metrics = Compare(a, b, labels),
        };
    }

    private ImmutableArray<MetricComparison> Compare(MetricCalculator a, MetricCalculator b, bool[] labels)
    {
        double[] valuesA = a.Write();
        double[] valuesB = b.Write();
        int count = MetricCalculator.Count;
        double[][] differences = labels.Length == 0 ? [.. valuesA.Select(_ => Array.Empty<double>())] : Resampling.Run(
            labels, _options.Resamples, count, _options.Seed, _options.Threads,
            (weights, figures) =>
            {
                Span<double> other = stackalloc double[count];
                a.Write(weights, figures);
                b.Write(weights, other);
                for (int i = 0; i < count; i++)
                {
                    figures[i] -= other[i];
                }
            },
            _cancellationToken);
        return [.. MetricCatalogue.All.Select((metric, i) => Compare(metric, valuesA[i], valuesB[i], differences[i]))];
    }

    private static MetricComparison Compare(MetricDefinition metric, double a, double b, double[] differences)
    {
        double difference = a - b;
        bool known = double.IsFinite(difference);
        double[] defined = [.. differences.Where(double.IsFinite)];
        double sign = metric.HigherIsBetter ? 1 : -1;
        double? better = known && defined.Length > 0 ? defined.Average(d => (Math.Sign(sign * d) + 1) / 2.0) : null;
        return new MetricComparison(metric.Id, Arguments.OrNull(a), Arguments.OrNull(b), Arguments.OrNull(difference), known ? Interval.Of(differences) : null, better);
    }

    /// <summary>The folds of a file, numbered from 0; null when it does not say them all.</summary>
    private static int[]? FoldsOf(ScoreRow[] rows)
    {
        if (!rows.All(r => r.Fold is not null))
        {
            return null;
        }

        int[] folds = [.. rows.Select(r => r.Fold!.Value).Distinct().Order()];
        return [.. rows.Select(r => Array.BinarySearch(folds, r.Fold!.Value))];
    }

    /// <summary>Folds for thresholds alone, where nobody was trained on any: each class in turn.</summary>
    private static int[] Made(bool[] labels)
    {
        int[] seen = [0, 0];
        return [.. labels.Select(label => seen[label ? 1 : 0]++ % MadeFolds)];
    }

    private static MetricInputs Inputs(ScoreRow[] rows, int[] foldOf, bool[] labels)
    {
        double[] scores = [.. rows.Select(r => r.Score)];
        double?[] thresholds = rows.Length > 0 ? FoldThresholds.Choose(scores, [.. labels.Select(l => (bool?)l)], foldOf, foldOf.Max() + 1) : [];
        return new MetricInputs
        {
            Labels = labels,
            Scores = scores,
            Probabilities = rows.Length > 0 && rows.All(r => r.Probability is not null) ? [.. rows.Select(r => r.Probability!.Value)] : null,
            Alerted = thresholds.Length > 0 && thresholds.All(t => t is not null) ? [.. scores.Select((s, i) => s >= thresholds[foldOf[i]])] : null,
        };
    }

    private static SortedDictionary<string, ScoreRow> ById(IReadOnlyList<ScoreRow> rows, string name)
    {
        SortedDictionary<string, ScoreRow> byId = new(StringComparer.Ordinal);
        foreach (ScoreRow row in rows)
        {
            if (!byId.TryAdd(row.Id, row))
            {
                throw new ArgumentException($"The id '{row.Id}' stands twice among the scores.", name);
            }
        }

        return byId;
    }
}
