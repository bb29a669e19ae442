using System.Collections.Concurrent;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>
/// Keeps conversations in a SQLite file beside the process. A commit is on the disk when it is acknowledged (write-ahead log, <c>synchronous = FULL</c>);
/// commits that wait together share one transaction. What is erased is overwritten and leaves the write-ahead log before the erasure is acknowledged;
/// copies that SQLite left behind in unused parts of pages go with the next <see cref="ScrubAsync"/>.
/// </summary>
public sealed class SqliteConversationStateStore : IConversationStateStore, IBoundedStore, IDisposable
{
    private readonly string _path;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqliteReadStatements> _readers = [];
    private volatile bool _disposed;

    /// <summary>Opens a file, or makes it.</summary>
    /// <param name="path">The file; its folder must be there, and only this service should be able to read it.</param>
    /// <param name="maximumBytes">How large the file may become, but for its write-ahead log; beyond, what needs more room is refused (<see cref="RejectionReason.Full"/>). Null when there is no limit.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="StateStoreException">The file is another program's, or of a version that this release does not read.</exception>
    public SqliteConversationStateStore(string path, long? maximumBytes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        _writer = new SqliteWriter(SqliteDatabase.OpenWriter(path, maximumBytes));
    }

    bool IBoundedStore.IsFull => _writer.IsFull;

    /// <inheritdoc/>
    public ValueTask<StoredConversation?> ReadAsync(ConversationKey key, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(r => r.Conversation(key)));

    /// <inheritdoc/>
    public ValueTask<CommitResult> CommitAsync(IReadOnlyList<ConversationChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _writer.Do(new SqliteCommit(changes));
    }

    /// <inheritdoc/>
    public async ValueTask<bool> EraseAsync(ConversationKey key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        return await _writer.Do(new SqliteErasure(_ => [key])).ConfigureAwait(false) > 0;
    }

    /// <inheritdoc/>
    public ValueTask<int> EraseOlderAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        long moment = before.ToUnixTimeMilliseconds();
        return _writer.Do(new SqliteErasure(s => s.Older(moment, limit)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> ScrubAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _writer.Do(new SqliteScrub());
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Alert>> ReadAlertsAsync(string tenant, long after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ValueTask.FromResult<IReadOnlyList<Alert>>(Read(r => r.Alerts(tenant, after, limit)));
    }

    /// <inheritdoc/>
    public ValueTask<long> ReadAlertsEndAsync(string tenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return ValueTask.FromResult(Read(r => r.AlertsEnd()));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ConversationRecord>> ReadParticipantAsync(
        string tenant, string participant, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(participant);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ValueTask.FromResult<IReadOnlyList<ConversationRecord>>(Read(r => r.Participant(tenant, participant, limit)));
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(r => r.Count()));

    /// <summary>Finishes what waits, empties the write-ahead log and closes the file.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer.Dispose();
    }

    private T Read<T>(Func<SqliteReadStatements, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_readers.TryTake(out var reader))
        {
            reader = new SqliteReadStatements(SqliteDatabase.OpenReader(_path));
        }

        try
        {
            return read(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }
}
