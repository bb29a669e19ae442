using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Participants;

/// <summary>One piece of evidence about a participant, over many conversations.</summary>
public sealed record ParticipantEvidence
{
    /// <summary>What it is made of.</summary>
    public required ParticipantEvidenceKind Kind { get; init; }

    /// <summary>The rules that it is about, by id; empty when it is about contacts.</summary>
    public required ImmutableArray<string> Rules { get; init; }

    /// <summary>The tactics of these rules.</summary>
    public required ImmutableArray<Tactic> Tactics { get; init; }

    /// <summary>How many different possible minors, or different conversations with them, whichever are fewer.</summary>
    public required ApproximateCount Count { get; init; }

    /// <summary>The line of the ledger, in log-odds, before the cap of repeated rules took its part; 0 below the number from which it counts.</summary>
    public required decimal Contribution { get; init; }

    /// <summary>One sentence, without message text.</summary>
    public required string Explanation { get; init; }
}
