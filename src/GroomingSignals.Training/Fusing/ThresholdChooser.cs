using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Fusing;

/// <summary>
/// Chooses thresholds by the share of ordinary conversations that would reach them. Where the data has too few of those to see so small a share,
/// the tail is drawn out as an exponential one beyond the scores that were seen, and rather too high than too low. Where the two classes stand apart
/// a threshold stands on the side of the cases: conversations from elsewhere, of which the data knows nothing, fall into the gap between them, and
/// must not all be alerts. But not so far that of the cases in which no rule knows a word none would be seen
/// (<c>docs/adr/0021-calibrated-without-the-rules-too.md</c>).
/// </summary>
internal static class ThresholdChooser
{
    /// <summary>The share of ordinary conversations above each threshold: low, review, urgent.</summary>
    public static IReadOnlyList<double> Rates { get; } = [0.05, 0.01, 0.001];

    /// <summary>The share of held-out cases that each threshold must still reach; while it does, it is raised as far as that allows.</summary>
    public static IReadOnlyList<double> Reached { get; } = [0.98, 0.95, 0.8];

    /// <summary>The share of cases that each threshold must reach even when no rule knows a word of them; urgent is for what rules and classifier say together.</summary>
    public static IReadOnlyList<double> ReachedUnheard { get; } = [0.8, 0.5, 0];

    /// <summary>A share is read off the data only when so many conversations lie above it.</summary>
    private const int Seen = 10;

    private const double LeastRisk = 1e-6;

    /// <summary>Chooses.</summary>
    /// <param name="heard">The highest score that each held-out conversation reached on its way, in log-odds.</param>
    /// <param name="unheard">The same without what rules find.</param>
    /// <param name="labels">Their labels.</param>
    public static FusedThresholds Choose(double[] heard, double[] unheard, bool[] labels)
    {
        double[] negatives = [.. heard.Where((_, i) => !labels[i]).OrderDescending()];
        double[] cases = [.. heard.Where((_, i) => labels[i]).OrderDescending()];
        double[] unheardCases = [.. unheard.Where((_, i) => labels[i]).OrderDescending()];
        var thresholds = new double[Rates.Count];
        for (int i = 0; i < thresholds.Length; i++)
        {
            double ofCases = Reaching(cases, Reached[i]);
            ofCases = ReachedUnheard[i] > 0 ? Math.Min(ofCases, Reaching(unheardCases, ReachedUnheard[i])) : ofCases;
            double above = Math.Max(Threshold(negatives, Rates[i]), ofCases);
            thresholds[i] = i == 0 ? above : Math.Max(thresholds[i - 1], above);
        }

        return new FusedThresholds(Risk(thresholds[0]), Risk(thresholds[1]), Risk(thresholds[2]));
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

    /// <summary>The highest threshold that a share of the cases still reaches.</summary>
    private static double Reaching(double[] positives, double share) =>
        positives[Math.Clamp((int)Math.Ceiling(share * positives.Length) - 1, 0, positives.Length - 1)];

    private static double Risk(double score) => Math.Clamp(1 / (1 + Math.Exp(-score)), LeastRisk, 1 - LeastRisk);
}
