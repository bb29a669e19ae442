namespace GroomingSignals.Hosting.Storage;

/// <summary>Everything that is committed together for one conversation: all of it, or nothing.</summary>
public sealed class ConversationChange
{
    /// <summary>The conversation.</summary>
    public required ConversationKey Key { get; init; }

    /// <summary>The version that was read and built upon; 0 when the conversation is new.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The state to store; its version is <see cref="ExpectedVersion"/> plus one.</summary>
    public required StoredConversation Next { get; init; }

    /// <summary>The alerts that this state raised. The store gives each its <see cref="Alert.Cursor"/>.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>Records of participants that replace earlier ones of this conversation; those not named stay.</summary>
    public IReadOnlyList<ParticipantRecord> Participants { get; init; } = [];
}
