using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;

namespace GroomingSignals.Cli.Commands.Tuning;

/// <summary>What <c>tune</c> was asked to do.</summary>
internal sealed record TuneOptions
{
    public required string[] Data { get; init; }

    public required PlatformAssumptions Platform { get; init; }

    public required ProposalOptions Proposal { get; init; }

    public string? Model { get; init; }

    public string[] Rules { get; init; } = [];

    public string? Policy { get; init; }

    public bool Sensitivity { get; init; }

    /// <summary>Where the policy is written; null for nowhere.</summary>
    public string? Out { get; init; }

    public bool Json { get; init; }

    public int Seed { get; init; } = 1;

    public int Threads { get; init; } = Environment.ProcessorCount;

    public bool Strict { get; init; }

    /// <summary>The command line, for the policy's comments.</summary>
    public required string Command { get; init; }
}
