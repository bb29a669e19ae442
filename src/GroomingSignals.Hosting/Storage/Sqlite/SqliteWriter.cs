using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>
/// The one writer, on a thread of its own. Whatever waits is written together, so that one wait for the disk serves all of it, and is acknowledged when that is over:
/// commits as one record of the log when there is one, everything else, and all without a log, in one transaction.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>After so long without a write the tables are brought to what the log holds, for whoever reads the file past the store.</summary>
    private const int QuietMilliseconds = 250;

    /// <summary>After so long it is tried again when they did not take it.</summary>
    private const int RetryMilliseconds = 10_000;

    /// <summary>A record that has so many bytes is long enough: the rest of a group begins the next.</summary>
    private const int RecordBytes = CommitLog.HalfBytes / 4;

    private readonly BlockingCollection<SqliteWrite> _queue = [];
    private readonly SqliteConnection _connection;
    private readonly SqliteWriteStatements _statements;
    private readonly List<SqliteWrite> _group = [];
    private readonly Thread _thread;

    private readonly LoggedCommits? _logged;

    // Deleted content may still stand in SQLite's log: after a crash, or when a reader was in the way.
    private volatile bool _owesLog = true;
    private volatile bool _isFull;

    /// <param name="connection">The connection to write through; the writer closes it.</param>
    /// <param name="log">The log to write to first, which the writer closes; null to write to the tables at once.</param>
    /// <param name="reader">A connection to read through beside the first, which the writer closes; null when there is no log.</param>
    /// <param name="logger">What an operator has to know of the log.</param>
    /// <exception cref="StateStoreException">The log is of no use.</exception>
    public SqliteWriter(SqliteConnection connection, CommitLog? log, SqliteConnection? reader, ILogger logger)
    {
        _connection = connection;
        _statements = new SqliteWriteStatements(connection.Handle!);
        if (log is not null)
        {
            var questions = new SqliteReadStatements(reader!);
            try
            {
                _logged = new LoggedCommits(log, connection, _statements, questions, AfterFold, logger);
            }
            catch
            {
                questions.Dispose();
                _statements.Dispose();
                throw;
            }
        }

        _thread = new Thread(Work) { IsBackground = true, Name = "GroomingSignals SQLite writer" };
        _thread.Start();
    }

    /// <summary>Whether the file had no room the last time that something needed more.</summary>
    public bool IsFull => _isFull || (_logged?.Failure is { } failure && SqliteFailure.IsFull(failure));

    /// <summary>Whether the tables do not hold yet everything that was committed.</summary>
    public bool IsBehind => _logged?.IsBehind == true;

    /// <summary>The state of a conversation that the tables do not hold yet; null when they do.</summary>
    public StoredConversation? Unfolded(ConversationKey key) => _logged?.Unfolded(key);

    public ValueTask<T> Do<T>(SqliteWrite<T> write)
    {
        _queue.Add(write);
        return write.Done;
    }

    /// <summary>Finishes what waits, empties the logs and closes.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _logged?.Dispose();
        Emptied();
        _statements.Dispose();
        _connection.Dispose();
        _queue.Dispose();
    }

    private void Work()
    {
        SqliteWrite? next = null;
        while (next is not null || TryWait(out next))
        {
            _group.Add(next!);
            bool alone = next!.GoesAlone;
            var kind = next.GetType();
            next = null;
            while (!alone && _queue.TryTake(out next))
            {
                if (next.GoesAlone || next.GetType() != kind)
                {
                    break;
                }

                _group.Add(next);
            }

            WriteGroup();
            _group.Clear();
        }
    }

    /// <summary>Waits for something to write. When nothing comes for a while, what stands in the log alone is folded.</summary>
    private bool TryWait(out SqliteWrite? next)
    {
        while (!_queue.TryTake(out next, _logged is not { IsBehind: true } ? Timeout.Infinite : _logged.Failure is null ? QuietMilliseconds : RetryMilliseconds))
        {
            if (_queue.IsCompleted)
            {
                return false;
            }

            _ = TryFold(_logged!);
        }

        return true;
    }

    private void WriteGroup()
    {
        if (_logged is null)
        {
            WriteTables();
        }
        else if (_group[0] is SqliteFold)
        {
            AnswerWhenFolded(_logged, [.. _group.Cast<SqliteFold>()]);
        }
        else if (_group[0] is not SqliteCommit || !TryLog(_logged))
        {
            WriteTablesPastTheLog(_logged);
        }
    }

    private void AnswerWhenFolded(LoggedCommits logged, SqliteFold[] waiting)
    {
        foreach (var fold in waiting)
        {
            fold.UpTo ??= logged.Last;
        }

        _ = TryFold(logged).ContinueWith(
            done =>
            {
                foreach (var fold in waiting)
                {
                    if (done.Exception is { } failure)
                    {
                        fold.Fail(failure.InnerException!);
                    }
                    else if (logged.Holds(fold.UpTo!.Value))
                    {
                        fold.Acknowledge();
                    }
                    else
                    {
                        AskAgain(fold);
                    }
                }
            },
            TaskScheduler.Default);
    }

    /// <summary>What was under way did not bring all that it waits for.</summary>
    private void AskAgain(SqliteFold fold)
    {
        try
        {
            _queue.Add(fold);
        }
        catch (InvalidOperationException)
        {
            fold.Fail(new ObjectDisposedException(nameof(SqliteConversationStateStore)));
        }
    }

    private static Task TryFold(LoggedCommits logged)
    {
        try
        {
            return logged.Fold();
        }
        catch (Exception e)
        {
            // It did not begin: the log holds it.
            return Task.FromException(e);
        }
    }

    /// <summary>Writes a group of commits to the log and acknowledges them, or refuses them.</summary>
    /// <returns>False when the tables have to take them.</returns>
    private bool TryLog(LoggedCommits logged)
    {
        while (_group.Count > 0)
        {
            int staged = Stage(logged);
            try
            {
                if (staged == 0 || !logged.TryWrite())
                {
                    logged.Discard();
                    return false;
                }
            }
            catch (Exception e)
            {
                logged.Discard();
                Refuse(e);
                return true;
            }

            Answer(CollectionsMarshal.AsSpan(_group)[..staged]);
            _group.RemoveRange(0, staged);
        }

        return true;
    }

    /// <summary>Makes a record of the first commits of the group, of all unless they are many or large.</summary>
    /// <returns>How many; 0 when one of them is of no use, which the tables find out.</returns>
    private int Stage(LoggedCommits logged)
    {
        try
        {
            int staged = 0;
            while (staged < _group.Count && logged.StagedBytes < RecordBytes)
            {
                ((SqliteCommit)_group[staged++]).Stage(logged);
            }

            return staged;
        }
        catch (Exception)
        {
            return 0;
        }
    }

    private void WriteTablesPastTheLog(LoggedCommits logged)
    {
        try
        {
            logged.StepAside();
            if (_group.Exists(w => w.IsErasure))
            {
                logged.Wipe();
            }
        }
        catch (Exception e)
        {
            Refuse(e);
            return;
        }

        WriteTables();
        logged.Return();
    }

    private void Refuse(Exception failure)
    {
        foreach (var write in _group)
        {
            if (SqliteFailure.IsFull(failure) && write is SqliteCommit commit)
            {
                commit.Refuse();
                commit.Acknowledge();
            }
            else
            {
                write.Fail(failure);
            }
        }
    }

    private static void Answer(ReadOnlySpan<SqliteWrite> writes)
    {
        foreach (var write in writes)
        {
            write.Acknowledge();
        }
    }

    private void WriteTables()
    {
        if (!TryWrite(_group, out var failure))
        {
            // One bad write must not fail its neighbours: each gets a transaction of its own.
            foreach (var write in _group)
            {
                if (_group.Count == 1 || !TryWrite([write], out failure))
                {
                    WriteWhatFits(write, failure!);
                }
            }
        }
    }

    /// <summary>A file without room refuses what needs more and takes the rest; any other failure is of the whole write.</summary>
    private void WriteWhatFits(SqliteWrite write, Exception? failure)
    {
        while (failure is not null)
        {
            if (!SqliteFailure.IsFull(failure) || !write.LeaveOut())
            {
                write.Fail(failure);
                return;
            }

            TryWrite([write], out failure);
        }
    }

    /// <summary>Writes all in one transaction and acknowledges them. Nothing is acknowledged when it fails.</summary>
    private bool TryWrite(List<SqliteWrite> writes, out Exception? failure)
    {
        try
        {
            if (writes is [{ GoesAlone: true } alone])
            {
                alone.Execute(_statements);
            }
            else
            {
                _statements.Begin();
                writes.ForEach(w => w.Execute(_statements));
                if (writes.Exists(w => w.Erased))
                {
                    _statements.OweScrub();
                }

                _statements.Commit();
            }
        }
        catch (Exception e)
        {
            failure = e;
            _statements.Rollback();
            return false;
        }

        failure = null;
        _owesLog |= writes.Exists(w => w.Erased);
        PayLog();
        foreach (var write in writes)
        {
            _isFull = write.FoundFull ?? _isFull;
            if (write.IsErasure && _owesLog)
            {
                write.Fail(new StateStoreException("What was erased still stands in the write-ahead log, since somebody reads the file: ask again."));
            }
            else
            {
                write.Acknowledge();
            }
        }

        return true;
    }

    private void AfterFold()
    {
        _isFull = false;
        PayLog();
    }

    /// <summary>Empties SQLite's log if deleted content may stand in it.</summary>
    private void PayLog() => _owesLog = _owesLog && !Emptied();

    private bool Emptied()
    {
        try
        {
            return _statements.Checkpoint();
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
