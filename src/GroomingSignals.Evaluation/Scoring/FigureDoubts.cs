using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>What the figures themselves say against a scorer, so that nobody has to notice it in a table.</summary>
internal static class FigureDoubts
{
    private const string AveragePrecision = "average-precision";

    /// <summary>By which factor a mean probability is far from the share of cases.</summary>
    private const double Far = 3;

    /// <summary>The warnings.</summary>
    /// <param name="headline">The figures of the whole.</param>
    /// <param name="others">Those it is held against.</param>
    /// <param name="severities">What reaches each severity; empty when that was not measured.</param>
    /// <param name="probabilities">The probabilities of the whole; null when it has none.</param>
    public static IEnumerable<DataWarning> Of(
        ScorerFigures headline, IReadOnlyList<ScorerFigures> others, IReadOnlyList<SeverityFigure> severities, IReadOnlyList<double>? probabilities)
    {
        if (headline.Positives < 2 || headline.Negatives < 2 || headline[AveragePrecision].Value is not { } whole)
        {
            return Severities(severities);
        }

        var better = others
            .Where(other => other.Kind is FigureKind.Ablation or FigureKind.Baseline && other[AveragePrecision].Value > whole)
            .MaxBy(other => other[AveragePrecision].Value);
        IEnumerable<DataWarning> first = better is null
            ? []
            : [new DataWarning("simpler-is-better", string.Create(CultureInfo.InvariantCulture,
                $"\"{better.Name}\" has a higher average precision ({better[AveragePrecision].Value:0.000}) than \"{headline.Name}\" ({whole:0.000}): the rest is worth nothing on this data."))];
        return first.Concat(Severities(severities)).Concat(AnotherPrevalence(headline, probabilities));
    }

    /// <summary>Probabilities that a policy made for a platform are far from the share of cases in data that was put together to learn from.</summary>
    private static IEnumerable<DataWarning> AnotherPrevalence(ScorerFigures headline, IReadOnlyList<double>? probabilities)
    {
        double cases = (double)headline.Positives / (headline.Positives + headline.Negatives);
        if (probabilities?.Average() is { } mean && (mean * Far < cases || cases * Far < mean))
        {
            yield return new DataWarning("another-prevalence", string.Create(CultureInfo.InvariantCulture,
                $"The probabilities are {mean:P1} on average and {cases:P1} of this data are cases: they are for another prevalence, as a policy names one, and what measures probabilities says nothing here."));
        }
    }

    private static IEnumerable<DataWarning> Severities(IReadOnlyList<SeverityFigure> severities)
    {
        var review = severities.FirstOrDefault(figure => figure.Severity == Severity.Review);
        if (review is { Counts: { TruePositives: 0, FalseNegatives: > 0 and var cases } })
        {
            yield return new DataWarning("no-case-reaches-review", string.Create(CultureInfo.InvariantCulture,
                $"None of {cases} cases reaches review: with these thresholds nobody would see them, whatever the ranking is worth."));
        }
    }
}
