using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using Microsoft.Data.Sqlite;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>A connection that reads beside the writer. One caller at a time.</summary>
internal sealed class SqliteReadStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _conversation;
    private readonly SqliteStatement _version;
    private readonly SqliteStatement _alerts;
    private readonly SqliteStatement _alertsEnd;
    private readonly SqliteStatement _participant;
    private readonly SqliteStatement _count;

    public SqliteReadStatements(SqliteConnection connection)
    {
        _connection = connection;
        var database = connection.Handle!;
        _conversation = new SqliteStatement(
            database, "SELECT version, updated, alerted, sequence, late, snapshot FROM conversation WHERE tenant = ?1 AND id = ?2");
        _version = new SqliteStatement(database, "SELECT version FROM conversation WHERE tenant = ?1 AND id = ?2");
        _alerts = new SqliteStatement(
            database,
            "SELECT cursor, conversation, severity, sequence, risk, sender, towards, tactics, raised FROM alert WHERE tenant = ?1 AND cursor > ?2 ORDER BY cursor LIMIT ?3");
        _alertsEnd = new SqliteStatement(database, "SELECT seq FROM sqlite_sequence WHERE name = 'alert'");
        _participant = new SqliteStatement(
            database, "SELECT conversation, data FROM participant WHERE tenant = ?1 AND participant = ?2 ORDER BY conversation LIMIT ?3");
        _count = new SqliteStatement(database, "SELECT count(*) FROM conversation");
    }

    public StoredConversation? Conversation(ConversationKey key)
    {
        try
        {
            return _conversation.Text(1, key.Tenant).Text(2, key.Conversation).Step()
                ? new StoredConversation
                {
                    Version = _conversation.Number(0),
                    UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(_conversation.Number(1)),
                    AlertedSeverity = (Severity)_conversation.Number(2),
                    LastSequence = _conversation.IsNull(3) ? null : _conversation.Number(3),
                    LateMessages = (int)_conversation.Number(4),
                    Snapshot = _conversation.Blob(5),
                }
                : null;
        }
        finally
        {
            _conversation.Reset();
        }
    }

    /// <summary>The version of a conversation; 0 when there is none.</summary>
    public long Version(ConversationKey key)
    {
        try
        {
            return _version.Text(1, key.Tenant).Text(2, key.Conversation).Step() ? _version.Number(0) : 0;
        }
        finally
        {
            _version.Reset();
        }
    }

    public List<Alert> Alerts(string tenant, long after, int limit)
    {
        try
        {
            _alerts.Text(1, tenant).Number(2, after).Number(3, limit);
            var list = new List<Alert>();
            while (_alerts.Step())
            {
                list.Add(new Alert
                {
                    Cursor = _alerts.Number(0),
                    Key = new ConversationKey(tenant, _alerts.Text(1)),
                    Severity = (Severity)_alerts.Number(2),
                    Sequence = (int)_alerts.Number(3),
                    Risk = _alerts.Real(4),
                    From = _alerts.OptionalText(5),
                    Towards = _alerts.OptionalText(6),
                    Tactics = [.. _alerts.Text(7).Split(',').Where(id => id.Length > 0).SelectMany(Known)],
                    RaisedAt = DateTimeOffset.FromUnixTimeMilliseconds(_alerts.Number(8)),
                });
            }

            return list;
        }
        finally
        {
            _alerts.Reset();
        }
    }

    /// <summary>The last cursor of the file: SQLite keeps it when the rows are deleted.</summary>
    public long AlertsEnd()
    {
        try
        {
            return _alertsEnd.Step() ? _alertsEnd.Number(0) : 0;
        }
        finally
        {
            _alertsEnd.Reset();
        }
    }

    public List<ConversationRecord> Participant(string tenant, string participant, int limit)
    {
        try
        {
            _participant.Text(1, tenant).Text(2, participant).Number(3, limit);
            var list = new List<ConversationRecord>();
            while (_participant.Step())
            {
                list.Add(new ConversationRecord(_participant.Text(0), _participant.Blob(1)));
            }

            return list;
        }
        finally
        {
            _participant.Reset();
        }
    }

    public long Count()
    {
        try
        {
            _count.Step();
            return _count.Number(0);
        }
        finally
        {
            _count.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[_conversation, _version, _alerts, _alertsEnd, _participant, _count])
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    /// <summary>A tactic that a later release wrote is left out.</summary>
    private static IEnumerable<Tactic> Known(string id) => Taxonomy.TryParse(id, out var tactic) ? [tactic] : [];
}
