using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.OperatingPoints.Figures;

/// <summary>What a threshold, or a queue, would mean on the platform. Every figure has a 95 % interval.</summary>
internal sealed record OperatingFigures
{
    /// <summary>The counts on the labelled conversations.</summary>
    public required Confusion Counts { get; init; }

    /// <summary>The share of all cases that it finds. Exact (Clopper and Pearson 1934).</summary>
    public required Ranged Recall { get; init; }

    /// <summary>The share of all negatives that it brings. Exact.</summary>
    public required Ranged FalsePositiveRate { get; init; }

    /// <summary>The share of what it brings that are cases at the stated prevalence, from both rates.</summary>
    public required Ranged Precision { get; init; }

    /// <summary>Conversations that it brings on a day of the stated volume, the mean of many days, from both rates.</summary>
    public required Ranged CasesPerDay { get; init; }

    /// <summary>True cases among these.</summary>
    public required Ranged TrueCasesPerDay { get; init; }

    /// <summary>The share of the reviewers' day that they take; above 1 when they do not fit.</summary>
    public required Ranged CapacityShare { get; init; }

    /// <summary>The median number of messages before a case that is found is alerted, with an interval by order statistics.</summary>
    public required Ranged MessagesToAlert { get; init; }
}
