using System.Collections.Immutable;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Plans;

/// <summary>Everything that <c>tune</c> says.</summary>
internal sealed record OperatingPlan
{
    public required PlatformAssumptions Platform { get; init; }

    public required ScoredCorpus Corpus { get; init; }

    public required ProposalOptions Options { get; init; }

    /// <summary>What the present policy brings.</summary>
    public required QueueFigures CurrentReview { get; init; }

    public required QueueFigures CurrentUrgent { get; init; }

    public required Proposal Proposal { get; init; }

    /// <summary>What thresholds that were chosen in the same way on one half bring on the other; null when the halves are too small.</summary>
    public required (QueueFigures Review, QueueFigures Urgent)? HeldOut { get; init; }

    /// <summary>Each track and tactic to which anything came, at its thresholds.</summary>
    public required ImmutableArray<GatePlan> Gates { get; init; }

    /// <summary>The review queue when every tuned track finds the same share of its cases, from the highest share to the lowest.</summary>
    public required ImmutableArray<LevelPoint> Levels { get; init; }

    /// <summary>The proposed queues at other prevalences; empty when not asked for.</summary>
    public required ImmutableArray<SensitivityPoint> Sensitivity { get; init; }
}
