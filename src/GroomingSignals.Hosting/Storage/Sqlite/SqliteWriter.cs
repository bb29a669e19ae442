using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>
/// The one writer, on a thread of its own. Whatever waits is written in one transaction, so that one wait for the disk serves all of it, and is
/// acknowledged when that is over.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly BlockingCollection<SqliteWrite> _queue = [];
    private readonly SqliteConnection _connection;
    private readonly SqliteWriteStatements _statements;
    private readonly List<SqliteWrite> _group = [];
    private readonly Thread _thread;

    // Deleted content may still stand in the log: after a crash, or when a reader was in the way.
    private bool _owesLog = true;
    private volatile bool _isFull;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _statements = new SqliteWriteStatements(connection.Handle!);
        _thread = new Thread(Work) { IsBackground = true, Name = "GroomingSignals SQLite writer" };
        _thread.Start();
    }

    /// <summary>Whether the file had no room the last time that something needed more.</summary>
    public bool IsFull => _isFull;

    public ValueTask<T> Do<T>(SqliteWrite<T> write)
    {
        _queue.Add(write);
        return write.Done;
    }

    /// <summary>Finishes what waits, empties the log and closes.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _statements.Checkpoint();
        _statements.Dispose();
        _connection.Dispose();
        _queue.Dispose();
    }

    private void Work()
    {
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            var next = first;
            while (!next.GoesAlone)
            {
                _group.Add(next);
                if (!_queue.TryTake(out next))
                {
                    break;
                }
            }

            WriteGroup();
            if (next is not null)
            {
                _group.Add(next);
                WriteGroup();
            }
        }
    }

    private void WriteGroup()
    {
        if (_group.Count > 0 && !TryWrite(_group, out var failure))
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

        _group.Clear();
    }

    /// <summary>A file without room refuses what needs more and takes the rest; any other failure is of the whole write.</summary>
    private void WriteWhatFits(SqliteWrite write, Exception? failure)
    {
        while (failure is not null)
        {
            if (failure is not SqliteException { SqliteErrorCode: raw.SQLITE_FULL } || !write.LeaveOut())
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
            Rollback();
            return false;
        }

        failure = null;
        _owesLog = (_owesLog || writes.Exists(w => w.Erased)) && !Emptied();
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

    private void Rollback()
    {
        try
        {
            _statements.Rollback();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, or there was no transaction yet.
        }
    }
}
