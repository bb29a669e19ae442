using System.Collections.Immutable;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Results;

/// <summary>The figures of one scorer on some of the data.</summary>
public sealed record ScorerFigures
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of line it is in a table.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Cases that count.</summary>
    public required int Positives { get; init; }

    /// <summary>Negatives that count.</summary>
    public required int Negatives { get; init; }

    /// <summary>Every metric of <see cref="MetricCatalogue"/>, in its order.</summary>
    public required ImmutableArray<Estimate> Estimates { get; init; }

    /// <summary>The counts at the thresholds; null when there are none.</summary>
    public required Confusion? Counts { get; init; }

    /// <summary>The threshold of each fold, chosen on the other folds; null where these lack a class.</summary>
    public required ImmutableArray<double?> Thresholds { get; init; }

    /// <summary>A metric by its id.</summary>
    /// <param name="metric">The id.</param>
    public Estimate this[string metric] => Estimates.First(e => string.Equals(e.Metric, metric, StringComparison.Ordinal));
}
