using System.Collections.Immutable;
using GroomingSignals.Assessment;

namespace GroomingSignals.Participants;

/// <summary>The result for one participant over many conversations: a reason to look, never a verdict. It holds no message text and names no other participant.</summary>
public sealed record ParticipantAssessment
{
    /// <summary>The id of the participant.</summary>
    public required string ParticipantId { get; init; }

    /// <summary>logistic(<see cref="RawScore"/>), in (0, 1): monotone in the evidence, not a probability.</summary>
    public required double Risk { get; init; }

    /// <summary>How soon a trained person should look at these conversations together.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What decided the severity.</summary>
    public required SeverityReason SeverityReason { get; init; }

    /// <summary>What the policy recommends: a queue for a trained person, never an action against a user.</summary>
    public required string Recommendation { get; init; }

    /// <summary>The score in log-odds: <see cref="Baseline"/> plus all <see cref="Contributions"/>, exactly.</summary>
    public required decimal RawScore { get; init; }

    /// <summary>The log-odds of a participant without evidence.</summary>
    public required decimal Baseline { get; init; }

    /// <summary>How many different possible minors the participant has written to, in as many different conversations.</summary>
    public required ApproximateCount Contacts { get; init; }

    /// <summary>How many of them some rule matched towards.</summary>
    public required ApproximateCount Reached { get; init; }

    /// <summary>The most first contacts within <see cref="FirstContactWindow"/>.</summary>
    public required ApproximateCount FirstContacts { get; init; }

    /// <summary>The window of <see cref="FirstContacts"/>.</summary>
    public required TimeSpan FirstContactWindow { get; init; }

    /// <summary>The evidence, in the order of its kinds, then of its rules.</summary>
    public required ImmutableArray<ParticipantEvidence> Evidence { get; init; }

    /// <summary>The ledger.</summary>
    public required ImmutableArray<Contribution> Contributions { get; init; }

    /// <summary>Everything that was estimated, left out or not known.</summary>
    public required ImmutableArray<Assumption> Assumptions { get; init; }

    /// <summary>Engine, taxonomy, packs, policy, model.</summary>
    public required VersionSet Versions { get; init; }
}
