using System.Collections.Immutable;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>Thresholds for all gates, what they bring, and why they were chosen.</summary>
internal sealed record Proposal
{
    /// <summary>A line a gate and severity, tracks before tactics.</summary>
    public required ImmutableArray<ThresholdProposal> Lines { get; init; }

    /// <summary>The thresholds as they would then be.</summary>
    public required GateThresholds Thresholds { get; init; }

    /// <summary>The share of each tuned track's cases that the review queue was set to find; null when nothing was tuned.</summary>
    public required double? ReviewLevel { get; init; }

    /// <summary>The same for the urgent head.</summary>
    public required double? UrgentLevel { get; init; }

    public required QueueFigures Review { get; init; }

    public required QueueFigures Urgent { get; init; }

    /// <summary>The review queue that the tracks would bring by themselves: without it nobody sees that thresholds of single tactics fill up what the tracks leave free.</summary>
    public required QueueFigures TracksAlone { get; init; }

    /// <summary>True when every threshold is what the policy has, or moved with another that is.</summary>
    public bool IsNothingChosen => !Lines.Any(line => line.Kind == ProposalKind.Set);

    /// <summary>What a reader must know of the figures.</summary>
    public required ImmutableArray<DataWarning> Warnings { get; init; }
}
