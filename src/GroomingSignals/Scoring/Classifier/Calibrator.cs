namespace GroomingSignals.Scoring.Classifier;

/// <summary>Makes a probability of a score, at the prevalence of the conversations on which it was fitted. Monotone.</summary>
internal abstract record Calibrator
{
    /// <summary>No probability comes nearer to 0 or 1: from a few thousand conversations nobody can know more.</summary>
    public const double Closest = 1e-6;

    /// <summary>What the method is called in manifests.</summary>
    public abstract string Name { get; }

    /// <summary>The probability of a score in log-odds, in (0, 1).</summary>
    public double Probability(double score) => Math.Clamp(Raw(score), Closest, 1 - Closest);

    /// <summary>What is wrong with its numbers; null when nothing is.</summary>
    public abstract string? Fault();

    protected abstract double Raw(double score);
}
