using System.Collections.Immutable;

namespace GroomingSignals.Assessment;

/// <summary>The result for one conversation: a reason to look, with every point traced to what caused it. It holds no message text.</summary>
public sealed record RiskAssessment
{
    /// <summary>The id of the conversation; null when it has none.</summary>
    public required string? ConversationId { get; init; }

    /// <summary>logistic(<see cref="RawScore"/>), in (0, 1): monotone in the evidence, not a probability.</summary>
    public required double Risk { get; init; }

    /// <summary>The severity at the peak of the headline pair.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What decided the severity.</summary>
    public required SeverityReason SeverityReason { get; init; }

    /// <summary>What the policy recommends: a queue for a trained person, never an action against a user.</summary>
    public required string Recommendation { get; init; }

    /// <summary>A calibrated probability in (0, 1) at the policy's prevalence; null without a calibrated classifier or a prevalence, and where an assumption says that the calibration does not hold.</summary>
    public double? Probability { get; init; }

    /// <summary>The peak score of the headline pair in log-odds: <see cref="Baseline"/> plus all <see cref="Contributions"/>, exactly.</summary>
    public required decimal RawScore { get; init; }

    /// <summary>The log-odds of a conversation without evidence: the policy's baseline, or with a classifier the bias of its fusion.</summary>
    public required decimal Baseline { get; init; }

    /// <summary>The decayed values after the last message.</summary>
    public required CurrentRisk Current { get; init; }

    /// <summary>Whose signals the headline is about; null when nobody has spoken.</summary>
    public required string? From { get; init; }

    /// <summary>Towards whom; null when nobody has spoken.</summary>
    public required string? Towards { get; init; }

    /// <summary>The participants, those listed first, then senders in order of appearance.</summary>
    public required ImmutableArray<ParticipantSummary> Participants { get; init; }

    /// <summary>The tactics that were found: those of the headline pair first.</summary>
    public required ImmutableArray<TacticFinding> Tactics { get; init; }

    /// <summary>The evidence, pair by pair with the headline first, in order of its messages.</summary>
    public required ImmutableArray<EvidenceItem> Evidence { get; init; }

    /// <summary>The ledger of the headline pair at its peak.</summary>
    public required ImmutableArray<Contribution> Contributions { get; init; }

    /// <summary>What would lower the severity; null when it is <see cref="Severity.None"/>, or when a classifier holds it up without any rule.</summary>
    public required Counterfactual? Counterfactual { get; init; }

    /// <summary>The protective advice that answers the tactics of the headline pair.</summary>
    public required ImmutableArray<AdviceItem> Advice { get; init; }

    /// <summary>Everything that was assumed, truncated or evicted.</summary>
    public required ImmutableArray<Assumption> Assumptions { get; init; }

    /// <summary>Engine, taxonomy, packs, policy, model.</summary>
    public required VersionSet Versions { get; init; }
}
