using System.Collections.Immutable;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Writes changes; those whose version is another are left out.</summary>
internal sealed class SqliteCommit(IReadOnlyList<ConversationChange> changes) : SqliteWrite<CommitResult>
{
    public override void Execute(SqliteWriteStatements statements)
    {
        ImmutableArray<RejectedChange>.Builder? rejected = null;
        for (int i = 0; i < changes.Count; i++)
        {
            if (!statements.Write(changes[i]))
            {
                (rejected ??= ImmutableArray.CreateBuilder<RejectedChange>()).Add(new RejectedChange(i, RejectionReason.Conflict));
            }
        }

        Result = rejected is null ? default : new CommitResult(rejected.DrainToImmutable());
    }
}
