using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>
/// Keeps conversations in a SQLite file beside the process. A commit is on the disk when it is acknowledged; commits that wait together share one wait for it.
/// They go into a log of their own first, the file with <c>-commits</c> behind its name, and from there into the tables within a blink: a copy of
/// the file alone lacks what is there. What is erased is overwritten and leaves both logs before the erasure is acknowledged; copies that SQLite left behind in
/// unused parts of pages go with the next <see cref="ScrubAsync"/>.
/// </summary>
public sealed class SqliteConversationStateStore : IConversationStateStore, IBoundedStore, IDisposable
{
    private readonly string _path;
    private readonly SqliteWriter _writer;
    private readonly IDisposable? _lock;
    private readonly ConcurrentBag<SqliteReadStatements> _readers = [];
    private volatile bool _disposed;

    /// <summary>Opens a file, or makes it.</summary>
    /// <param name="path">The file; its folder must be there, and only this service should be able to read it. One of SQLite's own kind (<c>:memory:</c>, <c>file:</c>) has no commit log, and nothing keeps other processes out.</param>
    /// <param name="maximumBytes">How large the file may become, but for its write-ahead log; beyond, what needs more room is refused (<see cref="RejectionReason.Full"/>). With a limit no commit log is used, so that a refusal comes in time. Null when there is no limit.</param>
    /// <param name="shared">True when other processes write the same file, all of which must say so: no commit log is used, which is slower. Otherwise this process has the file for itself.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="StateStoreException">The file is another program's, or of a version that this release does not read; its commit log is gone, damaged or another database's; a file beside it cannot be opened; the disk has no room for what the log holds; or, after ten seconds, another process still has it for itself.</exception>
    public SqliteConversationStateStore(string path, long? maximumBytes = null, bool shared = false)
        : this(path, maximumBytes, shared, NullLogger.Instance)
    {
    }

    /// <summary>Opens a file, or makes it, and tells the operator what happens meanwhile.</summary>
    internal SqliteConversationStateStore(string path, long? maximumBytes, bool shared, ILogger logger)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        (_writer, _lock) = SqliteOpening.Open(path, maximumBytes, shared, logger);
    }

    bool IBoundedStore.IsFull => _writer.IsFull;

    /// <inheritdoc/>
    public ValueTask<StoredConversation?> ReadAsync(ConversationKey key, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return ValueTask.FromResult(_writer.Unfolded(key) ?? Read(r => r.Conversation(key)));
    }

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
    public async ValueTask<IReadOnlyList<Alert>> ReadAlertsAsync(string tenant, long after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return await ReadAllAsync(r => r.Alerts(tenant, after, limit)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<long> ReadAlertsEndAsync(string tenant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return ReadAllAsync(r => r.AlertsEnd());
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ConversationRecord>> ReadParticipantAsync(
        string tenant, string participant, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(participant);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return await ReadAllAsync(r => r.Participant(tenant, participant, limit)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => ReadAllAsync(r => r.Count());

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

        try
        {
            _writer.Dispose();
        }
        finally
        {
            _lock?.Dispose();
        }
    }

    /// <summary>Reads what is not of one conversation alone, when the tables hold all that was acknowledged.</summary>
    private async ValueTask<T> ReadAllAsync<T>(Func<SqliteReadStatements, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_writer.IsBehind)
        {
            await _writer.Do(new SqliteFold()).ConfigureAwait(false);
        }

        return Read(read);
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
