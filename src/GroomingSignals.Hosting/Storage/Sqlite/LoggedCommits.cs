using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>
/// Commits that go into the log first: one record and one wait for the disk for all that waited together. When a half of the log is full the tables take what stands in it, in one
/// transaction and beside the writer, which goes on in the other half; of a conversation that changed often only the last state is written. The tables say as far as which record
/// they hold them, in the transaction that brings them. Belongs to the writer's thread, but for the questions of readers.
/// </summary>
internal sealed class LoggedCommits : IDisposable
{
    private readonly CommitLog _log;
    private readonly SqliteWriteStatements _statements;
    private readonly SqliteReadStatements _reader;
    private readonly SqliteFoldStatements _tables;
    private readonly Action _afterFold;
    private readonly ILogger _logger;
    private readonly StoredVersions _versions = new();
    private readonly CommitWriter _staged = new();
    private readonly Dictionary<ConversationKey, long> _stagedVersions = [];
    private readonly List<LoggedChange> _stagedChanges = [];
    private readonly long _mark;

    private LogHalf _active = new();
    private LogHalf _other = new();
    private Task _fold = Task.CompletedTask;
    private long _last;
    private bool _isBroken;
    private bool _isGivenUp;
    private volatile Exception? _failure;

    /// <summary>Folds what the last process left, and prepares the log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="database">The writer's connection; a fold uses it beside the writer, which waits before it does itself.</param>
    /// <param name="statements">What the writer does with it.</param>
    /// <param name="reader">A connection for the writer's questions while a fold is under way.</param>
    /// <param name="afterFold">Called after every fold, by whom the connection then belongs to.</param>
    /// <param name="logger">What an operator has to know of the log.</param>
    /// <exception cref="StateStoreException">The log cannot be read whole, or is not this database's.</exception>
    public LoggedCommits(CommitLog log, SqliteConnection database, SqliteWriteStatements statements, SqliteReadStatements reader, Action afterFold, ILogger logger)
    {
        _log = log;
        _statements = statements;
        _reader = reader;
        _afterFold = afterFold;
        _logger = logger;
        _tables = new SqliteFoldStatements(database.Handle!);
        try
        {
            (_last, _mark, _) = Recover(log, statements, _tables, logger);
            _versions.Begin(_last);
            _isBroken = !TryPrepare();
        }
        catch
        {
            _tables.Dispose();
            throw;
        }
    }

    /// <summary>Whether the tables do not hold yet everything that was committed. Thread-safe.</summary>
    public bool IsBehind => _versions.IsBehind;

    /// <summary>The number of the last record.</summary>
    public long Last => _last;

    /// <summary>How many bytes the record has that is being made.</summary>
    public int StagedBytes => _staged.Length;

    /// <summary>Why the last fold failed; null when it did not. The log holds what it was to bring.</summary>
    public Exception? Failure => _failure;

    /// <summary>Brings into the tables, durably, what stands in a log that nobody writes.</summary>
    /// <returns>What the tables say then.</returns>
    /// <exception cref="StateStoreException">The log cannot be read whole, or is not this database's; or there is no room for what it holds.</exception>
    public static LogState Recover(CommitLog log, SqliteWriteStatements statements, SqliteFoldStatements tables, ILogger logger)
    {
        var state = tables.State();
        var content = new CommitWriter();
        var records = log.After(state);
        records.ForEach(r => content.Append(r.Span));
        var recovered = new LogState(state.Folded + records.Count, state.Mark, IsInUse: false);
        if (!log.IsEmpty)
        {
            // Also when nothing is new: what the tables say may stand in a log of their own that no disk has confirmed.
            try
            {
                Write(statements, tables, content.Written, [], recovered.Folded, isInUse: false);
            }
            catch (SqliteException e) when (SqliteFailure.IsFull(e))
            {
                throw new StateStoreException("The disk has no room for what was acknowledged and stands in the commit log: give it more. The log keeps it, do not remove it.", e) { IsFull = true };
            }
        }

        if (records.Count > 0)
        {
            Log.Recovered(logger, records.Count);
        }

        return recovered;
    }

    /// <summary>The state of a conversation that the tables do not hold yet; null when they do. Thread-safe.</summary>
    public StoredConversation? Unfolded(ConversationKey key) => _versions.IsBehind ? _versions.Unfolded(key) : null;

    /// <summary>Puts a change into the record that is being made.</summary>
    /// <returns>False when the stored version is another than the change expects.</returns>
    public bool TryStage(ConversationChange change)
    {
        long version = _stagedVersions.TryGetValue(change.Key, out long staged) ? staged : _versions.Of(change.Key) ?? _reader.Version(change.Key);
        if (version != change.ExpectedVersion)
        {
            return false;
        }

        _stagedChanges.Add(new LoggedChange(change.Key, version + 1, _staged.Length));
        _stagedVersions[change.Key] = version + 1;
        _staged.Write(change);
        return true;
    }

    /// <summary>Forgets the record that was being made.</summary>
    public void Discard()
    {
        _staged.Clear();
        _stagedChanges.Clear();
        _stagedVersions.Clear();
    }

    /// <summary>Writes the record that was made: when this returns true it is on the disk.</summary>
    /// <returns>False when the tables have to take it past the log: it is too large, or the log has failed.</returns>
    /// <exception cref="SqliteException">The half is full and the tables do not take what the other holds.</exception>
    public bool TryWrite()
    {
        if (_stagedChanges.Count > 0)
        {
            if (_isBroken || !CommitLog.Fits(_staged.Length))
            {
                return false;
            }

            if (!_log.HasRoom(_staged.Length))
            {
                Turn();
            }

            try
            {
                _log.Append(_last + 1, _mark, _staged.Written);
            }
            catch (Exception e) when (IsOfTheFile(e))
            {
                _isBroken = true;
                Log.LogGivenUp(_logger, e.GetType().Name);
                return false;
            }

            _versions.Add(_active, ++_last, _staged.Written, _stagedChanges);
        }

        Discard();
        return true;
    }

    /// <summary>Begins to bring into the tables what stands in the log alone, unless that is under way; what failed before comes first. It waits for nobody.</summary>
    /// <returns>Ends when the tables hold it, or do not take it. What was added meanwhile is not in it: see <see cref="Holds"/>.</returns>
    public Task Fold()
    {
        if (_fold.IsCompleted)
        {
            if (_other.Changes.Count > 0)
            {
                Start(_other);
            }
            else if (_active.Changes.Count > 0)
            {
                Turn();
            }
        }

        return _fold;
    }

    /// <summary>Whether the tables hold everything as far as a record. Thread-safe.</summary>
    public bool Holds(long record) => _versions.Folded >= record;

    /// <summary>From here on the tables are written past the log, by the writer: they hold, durably, all that it held.</summary>
    /// <exception cref="SqliteException">The tables do not take it: nothing has changed.</exception>
    public void StepAside() => StepAside(endsUse: false);

    /// <summary>From here on commits go into the log again. What is known of the tables may not be true any more.</summary>
    public void Return() => _versions.Clear();

    /// <summary>Leaves nothing in the log that can be read. The tables hold all that it held, durably.</summary>
    /// <exception cref="IOException">That failed.</exception>
    public void Wipe() => _log.Wipe(_last, _mark);

    /// <summary>Closes the log, and empties it unless the tables lack something.</summary>
    public void Dispose()
    {
        if (TryEnd())
        {
            try
            {
                _log.Empty();
            }
            catch (Exception e) when (IsOfTheFile(e))
            {
                // The tables have it all, and say so: the next start reads nothing there.
            }
        }

        _tables.Dispose();
        _reader.Dispose();
        _log.Dispose();
    }

    private static bool IsOfTheFile(Exception e) => e is IOException or UnauthorizedAccessException or ObjectDisposedException;

    /// <summary>Has the tables take everything, and say that the log is not in use.</summary>
    private bool TryEnd()
    {
        try
        {
            StepAside(endsUse: true);
            return true;
        }
        catch (Exception e)
        {
            Log.NotFolded(_logger, e.GetType().Name);
            return false;
        }
    }

    private void StepAside(bool endsUse)
    {
        AwaitFold();
        if (_isGivenUp)
        {
            return;
        }

        // A number is used up: a record whose write failed may stand in the log all the same, and a database that is set back to before is told by the gap.
        Fold(_active, _last + 1, isInUse: !endsUse && !_isBroken);
        _last++;
        _log.Turn();
        _isGivenUp = _isBroken;
    }

    private static void Write(SqliteWriteStatements statements, SqliteFoldStatements tables, ReadOnlySpan<byte> content, HashSet<int> outdated, long last, bool isInUse = true)
    {
        statements.Begin();
        try
        {
            var changes = new CommitReader(content);
            for (int i = 0; !changes.AtEnd; i++)
            {
                tables.Write(ref changes, outdated.Contains(i));
            }

            tables.SetFolded(last);
            if (!isInUse)
            {
                tables.SetInUse(false);
            }

            statements.Commit();
        }
        catch
        {
            statements.Rollback();
            throw;
        }
    }

    /// <summary>Goes on in the other half, when the tables hold that, and has them take this one.</summary>
    private void Turn()
    {
        AwaitFold();
        (_active, _other) = (_other, _active);
        _log.Turn();
        if (_other.Changes.Count > 0)
        {
            Start(_other);
        }
    }

    private void Start(LogHalf half) =>
        _fold = Task.Factory.StartNew(() => Fold(half, half.Last), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Waits until the tables hold the other half, however its fold ended or if it never began.</summary>
    private void AwaitFold()
    {
        Task.WaitAny(_fold);
        if (_other.Changes.Count > 0)
        {
            Fold(_other, _other.Last);
        }
    }

    /// <summary>Gives the log its size, and has the tables say that it is in use. On a disk that has no room for it all is written past it.</summary>
    private bool TryPrepare()
    {
        try
        {
            _log.Prepare(_last, _mark);
            _statements.Begin();
            _tables.SetInUse(true);
            _statements.Commit();
            return true;
        }
        catch (Exception e) when (e is IOException or SqliteException)
        {
            _statements.Rollback();
            Log.LogGivenUp(_logger, e.GetType().Name);
            return false;
        }
    }

    private void Fold(LogHalf half, long last, bool isInUse = true)
    {
        try
        {
            Write(_statements, _tables, half.Content.Written, Outdated(half.Changes), last, isInUse);
        }
        catch (Exception e)
        {
            _failure = e;
            throw;
        }

        _failure = null;
        _versions.Fold(half, last);
        _afterFold();
    }

    /// <summary>Which changes are followed by a later one of the same conversation.</summary>
    private static HashSet<int> Outdated(List<LoggedChange> changes)
    {
        var outdated = new HashSet<int>();
        var seen = new HashSet<ConversationKey>();
        for (int i = changes.Count - 1; i >= 0; i--)
        {
            if (!seen.Add(changes[i].Key))
            {
                outdated.Add(i);
            }
        }

        return outdated;
    }
}
