namespace GroomingSignals.Hosting.Storage;

/// <summary>
/// Keeps conversations as snapshots, the outbox of alerts, and records of participants; never a message or its text. Thread-safe.
/// An implementation acknowledges a commit only when it is as durable as the store will ever make it.
/// What fails throws whatever the store throws; where there was no room for it, a <see cref="StateStoreException"/> that says so (<see cref="StateStoreException.IsFull"/>).
/// </summary>
public interface IConversationStateStore
{
    /// <summary>Reads a conversation as it was last committed.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    ValueTask<StoredConversation?> ReadAsync(ConversationKey key, CancellationToken cancellationToken = default);

    /// <summary>Commits changes of different conversations in one transaction: state, alerts and records of participants together.</summary>
    /// <param name="changes">The changes; each conversation at most once. Neither the list nor the snapshots in it are kept beyond the commit: a store copies what it keeps.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins; afterwards it has no effect.</param>
    /// <returns>The changes that were left out because of their version or because the store is full. The others are stored.</returns>
    /// <exception cref="Exception">The store failed: as far as it can tell nothing of this commit is stored. What is may be told by the versions.</exception>
    ValueTask<CommitResult> CommitAsync(IReadOnlyList<ConversationChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Erases a conversation with its alerts and its records of participants: when this returns nobody can read them through the store again, and no log holds them. Bytes that may be left in unused parts of files go with the next <see cref="ScrubAsync"/>.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    /// <returns>True when there was something to erase.</returns>
    ValueTask<bool> EraseAsync(ConversationKey key, CancellationToken cancellationToken = default);

    /// <summary>Erases conversations that were last committed before a moment, as <see cref="EraseAsync"/> does.</summary>
    /// <param name="before">The moment.</param>
    /// <param name="limit">How many at most, so that others need not wait long; at least 1.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    /// <returns>How many were erased; the limit when there may be more.</returns>
    ValueTask<int> EraseOlderAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default);

    /// <summary>Removes every byte that erasures may have left in unused parts of the store's files. Commits wait meanwhile.</summary>
    /// <param name="cancellationToken">Gives up before it begins.</param>
    /// <returns>True when something had been erased since the last time.</returns>
    ValueTask<bool> ScrubAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the outbox of a tenant. Reading removes nothing: the reader keeps the cursor, and may read again from an earlier one.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="after">The cursor of the last alert that was dealt with; 0 to begin.</param>
    /// <param name="limit">How many at most; at least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The alerts that follow, in order of their cursors. An alert never appears behind a cursor that was already read.</returns>
    ValueTask<IReadOnlyList<Alert>> ReadAlertsAsync(string tenant, long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Reads where the outbox of a tenant ends. A reader's cursor beyond it is of another store: alerts that come would be passed over.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>No cursor that the tenant was ever given is higher, also when its alert was erased since; 0 when there was none.</returns>
    ValueTask<long> ReadAlertsEndAsync(string tenant, CancellationToken cancellationToken = default);

    /// <summary>Reads what conversations have to say of a participant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="participant">The participant.</param>
    /// <param name="limit">How many records at most; at least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The latest record of each conversation, in ordinal order of the conversations' ids.</returns>
    ValueTask<IReadOnlyList<ConversationRecord>> ReadParticipantAsync(
        string tenant, string participant, int limit, CancellationToken cancellationToken = default);

    /// <summary>Counts the conversations of all tenants.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<long> CountAsync(CancellationToken cancellationToken = default);
}
