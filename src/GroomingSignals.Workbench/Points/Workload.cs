using GroomingSignals.Evaluation.OperatingPoints;

namespace GroomingSignals.Workbench.Points;

/// <summary>A platform, in the figures that decide what a threshold costs.</summary>
/// <param name="Volume">Conversations a day, above 0.</param>
/// <param name="Prevalence">The share of them that are grooming, in (0, 1).</param>
/// <param name="Reviewers">How many people review on a day, above 0.</param>
/// <param name="MinutesPerCase">Minutes that a case takes, above 0.</param>
/// <param name="HoursPerDay">Hours a day that a reviewer looks at cases, in (0, 24].</param>
public sealed record Workload(double Volume, double Prevalence, double Reviewers, double MinutesPerCase, double HoursPerDay = 6)
{
    /// <summary>A large platform with a small team, to begin with.</summary>
    public static Workload Default { get; } = new(2_000_000, 1e-4, 6, 4);

    /// <summary>As the planner takes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of its range; the message says which.</exception>
    internal PlatformAssumptions Assumptions() =>
        new() { Volume = Volume, Prevalence = Prevalence, Reviewers = Reviewers, MinutesPerCase = MinutesPerCase, HoursPerDay = HoursPerDay };
}
