using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Opens a store: its lock, the database, and the commit log unless others may write or the database has a limit.</summary>
internal static class SqliteOpening
{
    /// <summary>What the name of the commit log adds to the database's.</summary>
    public const string LogSuffix = "-commits";

    /// <summary>What the name of the lock adds to the database's.</summary>
    public const string LockSuffix = "-lock";

    /// <returns>The writer, and the lock that outlives it; null for one of SQLite's own ways to name a database.</returns>
    public static (SqliteWriter Writer, IDisposable? Lock) Open(string path, long? maximumBytes, bool shared, ILogger logger)
    {
        if (!SqliteDatabase.IsPlain(path))
        {
            return (new SqliteWriter(Limited(WithoutLog(path), maximumBytes), log: null, reader: null, logger), null);
        }

        bool isNew = !File.Exists(path);
        string file = FinalPath(path);
        if (isNew)
        {
            // Before the database: the first sync of a new write-ahead log takes the entries of the folder with it.
            OwnFile.Make(file + LogSuffix);
        }

        // What is no database of ours is left as it is, without a lock beside it.
        var connection = SqliteDatabase.OpenWriter(path);
        SafeFileHandle? held = null;
        CommitLog? log = null;
        SqliteConnection? reader = null;
        try
        {
            bool usesLog = maximumBytes is null && !shared;
            held = usesLog ? StoreLock.Take(file + LockSuffix, logger) : Share(file, connection, logger);
            log = usesLog ? CommitLog.Open(file + LogSuffix) : null;
            reader = usesLog ? SqliteDatabase.OpenReader(path) : null;
            return (new SqliteWriter(Limited(connection, maximumBytes), log, reader, logger), held);
        }
        catch
        {
            reader?.Dispose();
            log?.Dispose();
            held?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Shares the lock, having folded what a process left that had the store for itself.</summary>
    private static SafeFileHandle Share(string file, SqliteConnection connection, ILogger logger)
    {
        while (true)
        {
            if (StoreLock.TryTake(file + LockSuffix) is { } alone)
            {
                using (alone)
                {
                    using var log = CommitLog.Open(file + LogSuffix);
                    using var statements = new SqliteWriteStatements(connection.Handle!);
                    using var tables = new SqliteFoldStatements(connection.Handle!);
                    LoggedCommits.Recover(log, statements, tables, logger);
                    log.Empty();
                }
            }

            // Between the two another may have taken it alone, and left something.
            var shared = StoreLock.Share(file + LockSuffix, logger);
            if (!File.Exists(file + LogSuffix) || new FileInfo(file + LogSuffix).Length == 0)
            {
                return shared;
            }

            shared.Dispose();
        }
    }

    /// <summary>A database by one of SQLite's own names, which does not say where its commit log would be.</summary>
    private static SqliteConnection WithoutLog(string path)
    {
        var connection = SqliteDatabase.OpenWriter(path);
        try
        {
            using var tables = new SqliteFoldStatements(connection.Handle!);
            return !tables.State().IsInUse
                ? connection
                : throw new StateStoreException("A process has the store open with its commit log, or did not close it: end it, and open the store by the plain path of its file and close it once.");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Limited(SqliteConnection connection, long? maximumBytes)
    {
        if (maximumBytes is { } bytes)
        {
            SqliteDatabase.Limit(connection, bytes);
        }

        return connection;
    }

    /// <summary>SQLite names its own files after the file that a link leads to, and so do we.</summary>
    private static string FinalPath(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }
}
