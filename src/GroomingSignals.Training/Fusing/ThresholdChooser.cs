using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Fusing;

/// <summary>
/// Chooses thresholds by the share of ordinary conversations that would reach them. Where the data has too few of those to see so small a share,
/// the tail is drawn out as an exponential one beyond the scores that were seen, and rather too high than too low.
/// </summary>
internal static class ThresholdChooser
{
    /// <summary>The share of ordinary conversations above each threshold: low, review, urgent.</summary>
    public static IReadOnlyList<double> Rates { get; } = [0.05, 0.01, 0.001];

    /// <summary>A share is read off the data only when so many conversations lie above it.</summary>
    private const int Seen = 10;

    private const double LeastRisk = 1e-6;

    /// <summary>Chooses.</summary>
    /// <param name="scores">The highest score that each held-out conversation reached on its way, in log-odds.</param>
    /// <param name="labels">Their labels.</param>
    public static FusedThresholds Choose(double[] scores, bool[] labels)
    {
        double[] negatives = [.. scores.Where((_, i) => !labels[i]).OrderDescending()];
        double low = Threshold(negatives, Rates[0]);
        double review = Math.Max(low, Threshold(negatives, Rates[1]));
        double urgent = Math.Max(review, Threshold(negatives, Rates[2]));
        return new FusedThresholds(Risk(low), Risk(review), Risk(urgent));
    }

    /// <summary>The score above which a share of ordinary conversations lies.</summary>
    /// <param name="negatives">Their scores, falling.</param>
    /// <param name="rate">The share.</param>
    internal static double Threshold(double[] negatives, double rate)
    {
        double above = rate * negatives.Length;
        if (above >= Seen)
        {
            // The first score that may not be reached: half way up to the one that may.
            int last = (int)above;
            return (negatives[last] + negatives[last - 1]) / 2;
        }

        int tail = Math.Min(Math.Max(Seen, negatives.Length / 10), negatives.Length - 1);
        double begin = negatives[tail];
        double excess = negatives.Take(tail).Average(score => score - begin) * (1 + (2 / Math.Sqrt(tail)));
        return begin + (excess * Math.Max(0, Math.Log(tail / above)));
    }

    private static double Risk(double score) => Math.Clamp(1 / (1 + Math.Exp(-score)), LeastRisk, 1 - LeastRisk);
}
