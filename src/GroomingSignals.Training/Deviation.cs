namespace GroomingSignals.Training;

/// <summary>How much scores vary.</summary>
internal static class Deviation
{
    /// <summary>The standard deviation of a population; 0 where all are the same.</summary>
    public static double Of(double[] scores)
    {
        double mean = scores.Average();
        return Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
    }
}
