namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>Chooses which thresholds of a long curve are shown: those at which recall, or the number of negatives on a logarithmic scale, moves on.</summary>
internal static class CurveThinning
{
    public static IEnumerable<int> Steps(GateCurve curve, int most)
    {
        if (curve.Steps <= most)
        {
            return Enumerable.Range(0, curve.Steps);
        }

        // Few enough marks on both scales that their sum, and the two ends, stay within what was asked for.
        int marks = Math.Max(1, (most - 2) / 2);
        double logarithm = Math.Log2(Math.Max(2, curve.Step(curve.Steps - 1).Wrong + 1));
        return Choose(curve, marks, logarithm);
    }

    private static IEnumerable<int> Choose(GateCurve curve, int marks, double logarithm)
    {
        (long Found, long Wrong) last = (-1, -1);
        for (int step = 0; step < curve.Steps; step++)
        {
            GateCounts counts = curve.Step(step);
            (long, long) here = (
                curve.Positives == 0 ? 0 : (long)counts.Found * marks / curve.Positives,
                (long)(Math.Log2(counts.Wrong + 1) / logarithm * marks));
            if (here != last || step == curve.Steps - 1)
            {
                yield return step;
            }

            last = here;
        }
    }
}
