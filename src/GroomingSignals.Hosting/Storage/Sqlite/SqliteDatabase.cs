using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Opens the file as the store wants it: write-ahead log, durable when acknowledged, deleted content overwritten with zeros.</summary>
internal static class SqliteDatabase
{
    /// <summary>The version of the tables, in <c>user_version</c>.</summary>
    public const int SchemaVersion = 3;

    /// <summary>"GSig", in <c>application_id</c>: says whose file it is.</summary>
    public const int ApplicationId = 0x47536967;

    private const string Tables = """
        CREATE TABLE conversation (
            row INTEGER PRIMARY KEY,
            tenant TEXT NOT NULL,
            id TEXT NOT NULL,
            version INTEGER NOT NULL,
            hour INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            alerted INTEGER NOT NULL,
            sequence INTEGER,
            late INTEGER NOT NULL,
            snapshot BLOB NOT NULL,
            UNIQUE (tenant, id)
        ) STRICT;
        CREATE INDEX conversation_hour ON conversation (hour);
        CREATE TABLE alert (
            cursor INTEGER PRIMARY KEY AUTOINCREMENT,
            tenant TEXT NOT NULL,
            conversation TEXT NOT NULL,
            severity INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            risk REAL NOT NULL,
            sender TEXT,
            towards TEXT,
            tactics TEXT NOT NULL,
            raised INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX alert_tenant ON alert (tenant, cursor);
        CREATE INDEX alert_conversation ON alert (tenant, conversation);
        CREATE TABLE participant (
            tenant TEXT NOT NULL,
            participant TEXT NOT NULL,
            conversation TEXT NOT NULL,
            data BLOB NOT NULL,
            PRIMARY KEY (tenant, participant, conversation)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX participant_conversation ON participant (tenant, conversation);
        CREATE TABLE upkeep (owes_scrub INTEGER NOT NULL) STRICT;
        INSERT INTO upkeep VALUES (0);
        """;

    /// <summary>What version 2 adds: the last record of the commit log that the tables hold, and a mark by which the log knows its database.</summary>
    private const string LogColumns = """
        ALTER TABLE upkeep ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE upkeep ADD COLUMN log INTEGER NOT NULL DEFAULT 0;
        UPDATE upkeep SET log = random();
        """;

    /// <summary>What version 3 adds: whether the commit log is in use, so that one that is gone is missed.</summary>
    private const string LogInUse = "ALTER TABLE upkeep ADD COLUMN in_use INTEGER NOT NULL DEFAULT 0";

    /// <summary>Opens the writer's connection, and makes the tables in a new file.</summary>
    /// <exception cref="StateStoreException">The file is another program's, or of a later version.</exception>
    public static SqliteConnection OpenWriter(string path)
    {
        if (IsPlain(path))
        {
            OwnFile.Make(path);
        }

        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = FULL");
            Run(connection, "PRAGMA fullfsync = ON");
            Run(connection, "PRAGMA secure_delete = ON");
            Run(connection, "PRAGMA cache_size = -65536");
            Run(connection, "PRAGMA wal_autocheckpoint = 4000");
            Run(connection, "PRAGMA journal_size_limit = 67108864");
            MakeTables(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Gives the file a size that it does not exceed from here on.</summary>
    public static void Limit(SqliteConnection connection, long maximumBytes)
    {
        long pages = Math.Max(1, maximumBytes / Number(connection, "PRAGMA page_size"));
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
    }

    public static SqliteConnection OpenReader(string path)
    {
        var connection = Open(path, SqliteOpenMode.ReadOnly);
        Run(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>Whether the path is that of a file, and not one of SQLite's own ways to name a database.</summary>
    public static bool IsPlain(string path) => !path.StartsWith("file:", StringComparison.Ordinal) && !path.StartsWith(':');

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Run(connection, "PRAGMA busy_timeout = 10000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void MakeTables(SqliteConnection connection)
    {
        Run(connection, "BEGIN IMMEDIATE");
        long version = Number(connection, "PRAGMA user_version");
        long application = Number(connection, "PRAGMA application_id");
        bool isNew = version == 0 && application == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && application != ApplicationId)
        {
            throw new StateStoreException("The file is the database of another program. Name another file.");
        }

        if (!isNew && version is < 1 or > SchemaVersion)
        {
            throw new StateStoreException(string.Create(
                CultureInfo.InvariantCulture, $"The file has version {version} of the tables; this release reads up to version {SchemaVersion}. Use the release that wrote it."));
        }

        if (isNew)
        {
            Run(connection, Tables);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        }

        if (isNew || version == 1)
        {
            Run(connection, LogColumns);
        }

        if (version < SchemaVersion)
        {
            Run(connection, LogInUse);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SchemaVersion}"));
        }

        Run(connection, "COMMIT");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // All of it stands in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // All of it stands in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
