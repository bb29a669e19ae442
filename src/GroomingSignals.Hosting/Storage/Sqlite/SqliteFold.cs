namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Brings into the tables what stands in the log alone, for a reader who wants to see it.</summary>
internal sealed class SqliteFold : SqliteWrite<bool>
{
    /// <summary>The last record that stood in the log when it was asked for; null until the writer has seen it.</summary>
    public long? UpTo { get; set; }

    public override void Execute(SqliteWriteStatements statements) => Result = true;
}
