using System.Collections.Immutable;

namespace GroomingSignals.Scoring;

/// <summary>The numbers of the ledger, in millionths of log-odds unless said otherwise.</summary>
internal sealed record ScoringPolicy
{
    public int Baseline { get; init; } = -3_000_000;

    /// <summary>How many pieces of evidence (rule and message) <c>review</c> and <c>urgent</c> need.</summary>
    public int MinimumEvidence { get; init; } = 2;

    public int CoOccurrencePerTactic { get; init; } = 350_000;

    public int CoOccurrenceCap { get; init; } = 1_400_000;

    public int DirectionOneSided { get; init; } = 300_000;

    public int DirectionMutual { get; init; } = -400_000;

    public int AccelerationTactics { get; init; } = 3;

    public int AccelerationMessages { get; init; } = 30;

    public int AccelerationLogOdds { get; init; } = 300_000;

    public int ProtectionRefusing { get; init; } = 200_000;

    public int ProtectionDisclosing { get; init; } = 600_000;

    public int Obfuscation { get; init; } = 150_000;

    /// <summary>The factor of each <see cref="Conversations.TextView"/>, in millionths.</summary>
    public ImmutableArray<int> ViewFactors { get; init; } = [1_000_000, 950_000, 900_000, 850_000, 850_000];
}
