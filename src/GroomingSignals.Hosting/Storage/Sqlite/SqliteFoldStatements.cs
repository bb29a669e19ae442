using SQLitePCL;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Brings what stands in the commit log into the tables, within a transaction of the writer.</summary>
internal sealed class SqliteFoldStatements(sqlite3 database) : IDisposable
{
    private readonly SqliteStatement _state = new(database, "SELECT folded, log, in_use FROM upkeep");
    private readonly SqliteStatement _setFolded = new(database, "UPDATE upkeep SET folded = ?1");
    private readonly SqliteStatement _setInUse = new(database, "UPDATE upkeep SET in_use = ?1");

    // Within the hour the index over hours need not be touched.
    private readonly SqliteStatement _replaceWithinHour = new(
        database,
        "UPDATE conversation SET version = ?3, updated = ?5, alerted = ?6, sequence = ?7, late = ?8, snapshot = ?9 WHERE tenant = ?1 AND id = ?2 AND hour = ?4");

    private readonly SqliteStatement _replace = new(
        database,
        """
        INSERT INTO conversation (tenant, id, version, hour, updated, alerted, sequence, late, snapshot) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (tenant, id) DO UPDATE SET version = ?3, hour = ?4, updated = ?5, alerted = ?6, sequence = ?7, late = ?8, snapshot = ?9
        """);

    private readonly SqliteStatement _alert = new(database, SqliteWriteStatements.Alert);
    private readonly SqliteStatement _participant = new(database, SqliteWriteStatements.Participant);

    /// <summary>What the tables say of the log.</summary>
    public LogState State()
    {
        try
        {
            return _state.Step() ? new LogState(_state.Number(0), _state.Number(1), _state.Number(2) != 0) : throw new StateStoreException("The file has lost its row of upkeep: restore a backup.");
        }
        finally
        {
            _state.Reset();
        }
    }

    public void SetFolded(long number) => _setFolded.Number(1, number).Run();

    public void SetInUse(bool isInUse) => _setInUse.Number(1, isInUse ? 1 : 0).Run();

    /// <summary>Writes the next change: its alerts, its records, and its state unless a later one follows that has it all.</summary>
    public void Write(ref CommitReader change, bool hasLater)
    {
        var state = change.State();
        if (!hasLater && !(state.Version > 1 && Bind(_replaceWithinHour, state).Run() > 0))
        {
            Bind(_replace, state).Run();
        }

        for (long left = change.Number(); left > 0; left--)
        {
            _alert.Text(1, state.Tenant).Text(2, state.Conversation).Number(3, change.Number()).Number(4, change.Number()).Real(5, change.Real());
            Optional(_alert, 6, ref change);
            Optional(_alert, 7, ref change);
            _alert.Text(8, change.Text(out _)).Number(9, change.Number()).Run();
        }

        for (long left = change.Number(); left > 0; left--)
        {
            _participant.Text(1, state.Tenant).Text(2, change.Text(out _)).Text(3, state.Conversation).Blob(4, change.Bytes()).Run();
        }
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[_state, _setFolded, _setInUse, _replaceWithinHour, _replace, _alert, _participant])
        {
            statement.Dispose();
        }
    }

    private static SqliteStatement Bind(SqliteStatement statement, in CommitReader.StateRow state) =>
        statement.Text(1, state.Tenant).Text(2, state.Conversation).Number(3, state.Version).Number(4, SqliteWriteStatements.HourOf(state.Updated)).Number(5, state.Updated)
            .Number(6, state.Alerted).Number(7, state.Sequence).Number(8, state.Late).Blob(9, state.Snapshot);

    private static void Optional(SqliteStatement statement, int parameter, ref CommitReader change)
    {
        var text = change.Text(out bool isNull);
        _ = isNull ? statement.Null(parameter) : statement.Text(parameter, text);
    }
}
