using System.Collections.Immutable;
using GroomingSignals.Conversations;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>What the one writer does within a transaction.</summary>
internal sealed class SqliteWriteStatements(sqlite3 database) : IDisposable
{
    /// <summary>Adds an alert.</summary>
    public const string Alert =
        "INSERT INTO alert (tenant, conversation, severity, sequence, risk, sender, towards, tactics, raised) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

    /// <summary>Puts a record of a participant in the place of the conversation's last one.</summary>
    public const string Participant =
        "INSERT INTO participant (tenant, participant, conversation, data) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (tenant, participant, conversation) DO UPDATE SET data = ?4";

    private const long Hour = 3_600_000;

    private readonly SqliteStatement _begin = new(database, "BEGIN IMMEDIATE");
    private readonly SqliteStatement _commit = new(database, "COMMIT");
    private readonly SqliteStatement _rollback = new(database, "ROLLBACK");
    private readonly SqliteStatement _checkpoint = new(database, "PRAGMA wal_checkpoint(TRUNCATE)");

    private readonly SqliteStatement _vacuum = new(database, "VACUUM");
    private readonly SqliteStatement _owesScrub = new(database, "SELECT owes_scrub FROM upkeep");
    private readonly SqliteStatement _setScrub = new(database, "UPDATE upkeep SET owes_scrub = ?1");

    private readonly SqliteStatement _insert = new(
        database,
        "INSERT INTO conversation (tenant, id, version, hour, updated, alerted, sequence, late, snapshot) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING");

    // Within the hour the index over hours need not be touched.
    private readonly SqliteStatement _updateWithinHour = new(
        database,
        "UPDATE conversation SET version = ?3, updated = ?5, alerted = ?6, sequence = ?7, late = ?8, snapshot = ?9 WHERE tenant = ?1 AND id = ?2 AND version = ?3 - 1 AND hour = ?4");

    private readonly SqliteStatement _update = new(
        database,
        "UPDATE conversation SET version = ?3, hour = ?4, updated = ?5, alerted = ?6, sequence = ?7, late = ?8, snapshot = ?9 WHERE tenant = ?1 AND id = ?2 AND version = ?3 - 1");

    private readonly SqliteStatement _alert = new(database, Alert);
    private readonly SqliteStatement _participant = new(database, Participant);

    private readonly SqliteStatement _erase = new(database, "DELETE FROM conversation WHERE tenant = ?1 AND id = ?2");
    private readonly SqliteStatement _eraseAlerts = new(database, "DELETE FROM alert WHERE tenant = ?1 AND conversation = ?2");
    private readonly SqliteStatement _eraseParticipants = new(database, "DELETE FROM participant WHERE tenant = ?1 AND conversation = ?2");
    private readonly SqliteStatement _older = new(database, "SELECT tenant, id FROM conversation WHERE hour <= ?1 AND updated < ?2 ORDER BY hour LIMIT ?3");

    /// <summary>Whether something was erased since the file was last written anew.</summary>
    public bool OwesScrub()
    {
        try
        {
            return _owesScrub.Step() && _owesScrub.Number(0) != 0;
        }
        finally
        {
            _owesScrub.Reset();
        }
    }

    public void OweScrub() => _setScrub.Number(1, 1).Run();

    /// <summary>Writes the file anew, outside any transaction.</summary>
    public void Scrub()
    {
        _vacuum.Run();
        _setScrub.Number(1, 0).Run();
    }

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    public void Rollback()
    {
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, or there was no transaction yet.
        }
    }

    /// <summary>Moves everything from the write-ahead log to the file and empties the log.</summary>
    /// <returns>False when a reader stood in the way.</returns>
    public bool Checkpoint()
    {
        try
        {
            return _checkpoint.Step() && _checkpoint.Number(0) == 0;
        }
        finally
        {
            _checkpoint.Reset();
        }
    }

    /// <summary>Writes one change whole.</summary>
    /// <returns>False, with nothing written, when the stored version is another than the change expects.</returns>
    public bool Write(ConversationChange change)
    {
        bool written = change.ExpectedVersion == 0
            ? Bind(_insert, change).Run() == 1
            : Bind(_updateWithinHour, change).Run() == 1 || Bind(_update, change).Run() == 1;
        if (!written)
        {
            return false;
        }

        foreach (var alert in change.Alerts)
        {
            _alert.Text(1, change.Key.Tenant).Text(2, change.Key.Conversation).Number(3, (long)alert.Severity).Number(4, alert.Sequence).Real(5, alert.Risk)
                .Text(6, alert.From).Text(7, alert.Towards).Text(8, Join(alert.Tactics)).Number(9, alert.RaisedAt.ToUnixTimeMilliseconds()).Run();
        }

        foreach (var record in change.Participants)
        {
            _participant.Text(1, change.Key.Tenant).Text(2, record.Participant).Text(3, change.Key.Conversation).Blob(4, record.Data.Span).Run();
        }

        return true;
    }

    public bool Erase(ConversationKey key)
    {
        int rows = 0;
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[_erase, _eraseAlerts, _eraseParticipants])
        {
            rows += statement.Text(1, key.Tenant).Text(2, key.Conversation).Run();
        }

        return rows > 0;
    }

    public IReadOnlyList<ConversationKey> Older(long moment, int limit)
    {
        try
        {
            _older.Number(1, HourOf(moment)).Number(2, moment).Number(3, limit);
            var keys = new List<ConversationKey>();
            while (_older.Step())
            {
                keys.Add(new ConversationKey(_older.Text(0), _older.Text(1)));
            }

            return keys;
        }
        finally
        {
            _older.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)
            [_begin, _commit, _rollback, _checkpoint, _vacuum, _owesScrub, _setScrub, _insert, _updateWithinHour, _update, _alert, _participant, _erase, _eraseAlerts, _eraseParticipants, _older])
        {
            statement.Dispose();
        }
    }

    /// <summary>The hours that the index over ages holds.</summary>
    public static long HourOf(long milliseconds) => Math.DivRem(milliseconds, Hour).Quotient;

    public static string Join(ImmutableArray<Tactic> tactics) => string.Join(',', tactics.Select(Taxonomy.Id));

    private static SqliteStatement Bind(SqliteStatement statement, ConversationChange change)
    {
        var next = change.Next;
        long updated = next.UpdatedAt.ToUnixTimeMilliseconds();
        return statement.Text(1, change.Key.Tenant).Text(2, change.Key.Conversation).Number(3, change.ExpectedVersion + 1)
            .Number(4, HourOf(updated)).Number(5, updated).Number(6, (long)next.AlertedSeverity).Number(7, next.LastSequence)
            .Number(8, next.LateMessages).Blob(9, next.Snapshot.Span);
    }
}
