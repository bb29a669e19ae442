using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Assessment;

/// <summary>A tactic that was found, from one participant towards another.</summary>
public sealed record TacticFinding
{
    /// <summary>The tactic.</summary>
    public required Tactic Tactic { get; init; }

    /// <summary>The subtypes that were found, in the order of the taxonomy.</summary>
    public required ImmutableArray<string> Subtypes { get; init; }

    /// <summary>Who.</summary>
    public required string From { get; init; }

    /// <summary>Towards whom.</summary>
    public required string Towards { get; init; }

    /// <summary>How many matches of its rules there were.</summary>
    public int Count { get; init; }

    /// <summary>What its rules add to the peak score of this pair, in log-odds, after caps and decay; on the rules' own scale, also with a classifier.</summary>
    public decimal Score { get; init; }

    /// <summary>The tactic's own risk in (0, 1), monotone in <see cref="Score"/>: logistic(baseline + score + track). Not a probability.</summary>
    public double Risk { get; init; }

    /// <summary>The id of the message of the first match; null when it was evicted from the state.</summary>
    public string? FirstMessageId { get; init; }
}
