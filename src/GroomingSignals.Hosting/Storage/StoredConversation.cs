using GroomingSignals.Assessment;

namespace GroomingSignals.Hosting.Storage;

/// <summary>What a store keeps of a conversation: a snapshot without text, and what the intake has to know beside it.</summary>
public sealed record StoredConversation
{
    /// <summary>How often the conversation was committed: 1 for the first time. A commit names the version it builds on.</summary>
    public required long Version { get; init; }

    /// <summary>What <see cref="Tracking.ConversationState.ToSnapshot"/> wrote. In a change it lasts until the commit is done, and a store copies it; what a store reads is the reader's.</summary>
    public required ReadOnlyMemory<byte> Snapshot { get; init; }

    /// <summary>When it was committed, by the host's clock, to the millisecond: retention counts from here.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The highest severity for which an alert was raised.</summary>
    public Severity AlertedSeverity { get; init; }

    /// <summary>The highest sequence number so far; null when the platform gives none.</summary>
    public long? LastSequence { get; init; }

    /// <summary>How many messages came after one with a higher sequence number.</summary>
    public int LateMessages { get; init; }
}
