namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>By what thresholds are proposed; the defaults are right for most.</summary>
internal sealed record ProposalOptions
{
    public static ProposalOptions Default { get; } = new();

    /// <summary>The share of each track's cases that the review queue should find, as far as the reviewers' day allows; in (0, 1].</summary>
    public double RecallTarget
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A recall target is above 0 and at most 1.");
    } = 0.95;

    /// <summary>The share of the reviewers' day, or of the queue where that is shorter, that the urgent head may take; in (0, 1].</summary>
    public double UrgentShare
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A share is above 0 and at most 1.");
    } = 0.25;

    /// <summary>The expected precision that the urgent head should have; null when only its size counts.</summary>
    public double? UrgentPrecision
    {
        get;
        init => field = value is null or (> 0 and <= 1) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A precision is above 0 and at most 1.");
    }

    /// <summary>The fewest cases of a track, or with a tactic, from which a threshold is proposed: with 20 a recall of 0.95 still has an interval from 0.75 to 1.</summary>
    public int LeastCases { get; init; } = 20;

    /// <summary>The fewest negatives of the corpus: with 100 a rate of 0 is still up to 3.6 %.</summary>
    public int LeastNegatives { get; init; } = 100;
}
