namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>
/// Writes the file anew where something was erased since the last time. SQLite overwrites what it deletes, but not the copies that stay behind in the
/// unused part of a page when rows were moved to another.
/// </summary>
internal sealed class SqliteScrub : SqliteWrite<bool>
{
    public override bool GoesAlone => true;

    public override bool IsErasure => true;

    public override bool Erased => Result;

    public override void Execute(SqliteWriteStatements statements)
    {
        Result = statements.OwesScrub();
        if (Result)
        {
            statements.Scrub();
        }
    }
}
