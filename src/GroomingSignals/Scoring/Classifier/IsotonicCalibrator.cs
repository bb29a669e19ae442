using System.Collections.Immutable;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>
/// A rising line through knots, level beyond the first and the last (Zadrozny and Elkan 2002, "Transforming classifier scores into accurate
/// multiclass probability estimates").
/// </summary>
/// <param name="Scores">The scores of the knots, rising.</param>
/// <param name="Probabilities">The probabilities of the knots, not falling.</param>
internal sealed record IsotonicCalibrator(ImmutableArray<double> Scores, ImmutableArray<double> Probabilities) : Calibrator
{
    internal const int MostKnots = 10_000;

    public override string Name => "isotonic";

    public override string? Fault()
    {
        if (Scores.Length == 0 || Scores.Length != Probabilities.Length)
        {
            return "its knots are missing or do not pair up";
        }

        if (Scores.Any(s => !double.IsFinite(s)) || Probabilities.Any(p => !(p >= 0 && p <= 1)))
        {
            return "a number is not finite, or a probability lies outside 0 and 1";
        }

        for (int i = 1; i < Scores.Length; i++)
        {
            if (Scores[i] <= Scores[i - 1] || Probabilities[i] < Probabilities[i - 1])
            {
                return "its knots fall";
            }
        }

        return null;
    }

    protected override double Raw(double score)
    {
        int found = Scores.AsSpan().BinarySearch(score);
        int after = found >= 0 ? found : ~found;
        if (after == 0)
        {
            return Probabilities[0];
        }

        if (after == Scores.Length)
        {
            return Probabilities[^1];
        }

        double part = (score - Scores[after - 1]) / (Scores[after] - Scores[after - 1]);
        return Probabilities[after - 1] + (part * (Probabilities[after] - Probabilities[after - 1]));
    }
}
