namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Brings into the tables what stands in the log alone, for a reader who wants to see it.</summary>
internal sealed class SqliteFold : SqliteWrite<bool>
{
    public override void Execute(SqliteWriteStatements statements) => Result = true;
}
