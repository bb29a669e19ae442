using System.Collections.Immutable;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Writes changes; those whose version is another, or that the file has no room for, are left out.</summary>
internal sealed class SqliteCommit(IReadOnlyList<ConversationChange> changes) : SqliteWrite<CommitResult>
{
    private bool[]? _full;
    private int _at;
    private bool _wroteNew;

    public override bool? FoundFull => _full is not null ? true : _wroteNew ? false : null;

    public override void Execute(SqliteWriteStatements statements)
    {
        ImmutableArray<RejectedChange>.Builder? rejected = null;
        for (_at = 0; _at < changes.Count; _at++)
        {
            if (_full?[_at] == true)
            {
                (rejected ??= ImmutableArray.CreateBuilder<RejectedChange>()).Add(new RejectedChange(_at, RejectionReason.Full));
            }
            else if (!statements.Write(changes[_at]))
            {
                (rejected ??= ImmutableArray.CreateBuilder<RejectedChange>()).Add(new RejectedChange(_at, RejectionReason.Conflict));
            }
            else
            {
                _wroteNew |= changes[_at].ExpectedVersion == 0;
            }
        }

        Result = Without(rejected);
    }

    /// <summary>Hands the changes to the log; those whose version is another are left out.</summary>
    public void Stage(LoggedCommits logged)
    {
        ImmutableArray<RejectedChange>.Builder? rejected = null;
        for (int i = 0; i < changes.Count; i++)
        {
            if (!logged.TryStage(changes[i]))
            {
                (rejected ??= ImmutableArray.CreateBuilder<RejectedChange>()).Add(new RejectedChange(i, RejectionReason.Conflict));
            }
        }

        Result = Without(rejected);
    }

    /// <summary>Leaves all out: neither the log nor the tables have room.</summary>
    public void Refuse() => Result = new CommitResult([.. changes.Select((_, i) => new RejectedChange(i, RejectionReason.Full))]);

    public override bool LeaveOut()
    {
        _full ??= new bool[changes.Count];
        if (_at == changes.Count || _full[_at])
        {
            // Not a change but its transaction found no room: there is none for any of them.
            bool any = _full.Contains(false);
            Array.Fill(_full, true);
            return any;
        }

        _full[_at] = true;
        for (int i = _at + 1; i < changes.Count; i++)
        {
            _full[i] |= changes[i].ExpectedVersion == 0;
        }

        return true;
    }

    private static CommitResult Without(ImmutableArray<RejectedChange>.Builder? rejected) => rejected is null ? default : new CommitResult(rejected.DrainToImmutable());
}
