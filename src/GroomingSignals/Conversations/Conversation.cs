namespace GroomingSignals.Conversations;

/// <summary>A conversation: who takes part, and the messages in the order in which they arrived.</summary>
public sealed record Conversation
{
    /// <summary>The id, repeated in the assessment; null when there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The participants that are known. A sender who is not listed is a participant of unknown age; a listed one who never speaks is a listener.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>The messages in order of arrival. None is valid: the assessment is then at the baseline.</summary>
    public IReadOnlyList<Message> Messages { get; init; } = [];
}
