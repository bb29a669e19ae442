using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Fusing;

/// <summary>
/// Learns how much each voice counts: logistic regression with a ridge and weights of 0 or more, so that a voice that is right can only raise the
/// score. The ridge holds the weights, each for a standard deviation of its voice, near what a few positives can show.
/// </summary>
internal static class FusionLearner
{
    /// <summary>Half the square of a weight of 1 costs as much as this many losses of log 2 or so.</summary>
    private const double Ridge = 1;

    /// <summary>Learns.</summary>
    /// <param name="rows">What the voices said of conversations they had not learnt from.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="present">Which voices may speak: rules, text, forest.</param>
    public static Fusion Learn(IReadOnlyList<Voices> rows, IReadOnlyList<bool> labels, IReadOnlyList<bool> present)
    {
        double[] scales = [.. Enumerable.Range(0, Voices.Count).Select(voice => present[voice] ? Deviation.Of([.. rows.Select(row => row[voice])]) : 0)];
        double[] targets = [.. labels.Select(static label => label ? 1.0 : 0)];
        (double[] Weights, double Loss) best = ([], double.PositiveInfinity);

        // The problem is convex, so its solution is that of the best subset whose weights all came out positive; there are eight subsets.
        for (int subset = 0; subset < 1 << Voices.Count; subset++)
        {
            int[] voices = [.. Enumerable.Range(0, Voices.Count).Where(voice => (subset >> voice & 1) != 0)];
            if (voices.Any(voice => scales[voice] == 0))
            {
                continue;
            }

            double[][] values = [.. rows.Select(row => voices.Select(voice => row[voice] / scales[voice]).ToArray())];
            var (found, loss) = LogisticFit.Fit(values, targets, Ridge);
            if (found.SkipLast(1).All(static weight => weight >= 0) && loss < best.Loss)
            {
                double[] weights = new double[Voices.Count + 1];
                for (int i = 0; i < voices.Length; i++)
                {
                    weights[voices[i]] = found[i] / scales[voices[i]];
                }

                weights[^1] = found[^1];
                best = (weights, loss);
            }
        }

        return new Fusion(best.Weights[^1], best.Weights[0], best.Weights[1], best.Weights[2]);
    }
}
