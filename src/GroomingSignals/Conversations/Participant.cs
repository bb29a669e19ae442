namespace GroomingSignals.Conversations;

/// <summary>Somebody who takes part in a conversation, speaking or only listening.</summary>
public sealed record Participant
{
    /// <summary>The id by which <see cref="Message.Sender"/> names the participant. Not empty.</summary>
    public required string Id { get; init; }

    /// <summary>The age band; <see cref="AgeBand.Unknown"/> unless said otherwise.</summary>
    public AgeBand Age { get; init; }

    /// <summary>Where the age is known from.</summary>
    public AgeProvenance Provenance { get; init; }

    /// <summary>A role that the platform gives, such as <c>moderator</c> or <c>parent</c>; null when it gives none.</summary>
    public string? Role { get; init; }
}
