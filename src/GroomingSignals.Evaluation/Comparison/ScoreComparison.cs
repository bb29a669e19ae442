using System.Collections.Immutable;
using GroomingSignals.Data.Scores;

namespace GroomingSignals.Evaluation.Comparison;

/// <summary>
/// Two scorers, anybody's, held against each other on the conversations that both scored: the same resamples for both, so that what is hard for
/// both cancels out. Conversations with different labels count in no figure.
/// </summary>
public sealed record ScoreComparison
{
    /// <summary>What A is called.</summary>
    public required string NameA { get; init; }

    /// <summary>What B is called.</summary>
    public required string NameB { get; init; }

    /// <summary>Cases that count.</summary>
    public required int Positives { get; init; }

    /// <summary>Negatives that count.</summary>
    public required int Negatives { get; init; }

    /// <summary>Ids that only A has, in ordinal order.</summary>
    public required ImmutableArray<string> OnlyInA { get; init; }

    /// <summary>Ids that only B has, in ordinal order.</summary>
    public required ImmutableArray<string> OnlyInB { get; init; }

    /// <summary>Ids whose labels differ, one of them missing included: they count in no figure.</summary>
    public required ImmutableArray<string> DifferentLabels { get; init; }

    /// <summary>Whether A names folds, on the conversations that both have; without them nobody can check whether both were trained on the same conversations.</summary>
    public required bool HasFoldsA { get; init; }

    /// <summary>Whether B names folds.</summary>
    public required bool HasFoldsB { get; init; }

    /// <summary>Ids whose folds differ: the two were not trained on the same conversations, so the comparison is not fair. Empty when one of them names no folds.</summary>
    public required ImmutableArray<string> DifferentFolds { get; init; }

    /// <summary>The metrics, in the order of the catalogue. Those of a threshold use for each fold the best threshold of the other folds; those of latency need more than scores and are null.</summary>
    public required ImmutableArray<MetricComparison> Metrics { get; init; }

    /// <summary>Compares scores.</summary>
    /// <param name="nameA">What A is called.</param>
    /// <param name="a">The scores of A, each id once.</param>
    /// <param name="nameB">What B is called.</param>
    /// <param name="b">The scores of B, each id once.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ArgumentException">An id stands twice among the scores of one.</exception>
    public static ScoreComparison Of(
        string nameA, IReadOnlyList<ScoreRow> a, string nameB, IReadOnlyList<ScoreRow> b, ComparisonOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(nameA);
        ArgumentNullException.ThrowIfNull(nameB);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return new ComparisonMaker(a, b, options ?? ComparisonOptions.Default, cancellationToken).Make(nameA, nameB);
    }
}
