namespace GroomingSignals.Training.Fusing;

/// <summary>What a calibrator is fitted on.</summary>
/// <param name="Score">A score of a conversation that was held out, in log-odds.</param>
/// <param name="Label">Its label.</param>
/// <param name="Count">How many conversations it counts as, above 0.</param>
internal readonly record struct CalibrationCase(double Score, bool Label, double Count = 1)
{
    /// <summary>How near, in log-odds, a conversation lies that tells how others of a score turn out.</summary>
    public const double Near = 1;

    /// <summary>Where so many conversations lie near, a supposed one counts as half of one.</summary>
    public const double Few = 3;

    /// <summary>
    /// The cases of held-out conversations: each as it is, each as if no rule knew a word of it, and some as if less were known of ordinary talk. The last
    /// are suppositions: they count where hardly a conversation tells more, as beside a gap between the classes, and next to nothing where many do
    /// (<c>docs/adr/0021-calibrated-without-the-rules-too.md</c>).
    /// </summary>
    /// <param name="heard">The scores in log-odds.</param>
    /// <param name="unheard">The scores of the same conversations without what rules find.</param>
    /// <param name="labels">Their labels.</param>
    /// <param name="supposed">Scores and labels of some of them, as if less were known.</param>
    public static IReadOnlyList<CalibrationCase> Of(double[] heard, double[] unheard, bool[] labels, IEnumerable<(double Score, bool Label)> supposed)
    {
        double[] seen = [.. heard.Order()];
        return
        [
            .. heard.Select((score, i) => new CalibrationCase(score, labels[i])),
            .. unheard.Select((score, i) => new CalibrationCase(score, labels[i])),
            .. supposed.Select(some => new CalibrationCase(some.Score, some.Label, Few / (Few + Within(seen, some.Score - Near, some.Score + Near)))),
        ];
    }

    private static int Within(double[] sorted, double from, double to) => Below(sorted, to) - Below(sorted, from);

    /// <summary>How many of sorted scores lie below one.</summary>
    private static int Below(double[] sorted, double score)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < score ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
