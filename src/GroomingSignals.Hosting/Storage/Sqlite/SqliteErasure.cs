namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Erases one conversation, or those that were last committed before a moment.</summary>
internal sealed class SqliteErasure(Func<SqliteWriteStatements, IReadOnlyList<ConversationKey>> which) : SqliteWrite<int>
{
    public override bool IsErasure => true;

    public override bool Erased => Result > 0;

    public override bool? FoundFull => Erased ? false : null;

    public override void Execute(SqliteWriteStatements statements)
    {
        Result = 0;
        foreach (var key in which(statements))
        {
            Result += statements.Erase(key) ? 1 : 0;
        }
    }
}
