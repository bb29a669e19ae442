namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>Something for the writer to do within a transaction that it may share with others.</summary>
internal abstract class SqliteWrite
{
    /// <summary>True when deleted content must have left the write-ahead log before this is acknowledged.</summary>
    public virtual bool IsErasure => false;

    /// <summary>True when it cannot share a transaction, nor have one.</summary>
    public virtual bool GoesAlone => false;

    /// <summary>True when it deleted something.</summary>
    public virtual bool Erased => false;

    /// <summary>Whether it found the file without room, or with room for something new; null when it tells neither.</summary>
    public virtual bool? FoundFull => null;

    /// <summary>Leaves out what the file had no room for, and what certainly finds none either, so that the rest can be written.</summary>
    /// <returns>False when there is nothing to leave out.</returns>
    public virtual bool LeaveOut() => false;

    /// <summary>Does it. It may be called again when the transaction was rolled back.</summary>
    public abstract void Execute(SqliteWriteStatements statements);

    /// <summary>Tells whoever waits that it is durable.</summary>
    public abstract void Acknowledge();

    /// <summary>Tells whoever waits that it failed.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>A write with a result.</summary>
internal abstract class SqliteWrite<T> : SqliteWrite
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask<T> Done => new(_done.Task);

    protected T? Result { get; set; }

    public override void Acknowledge() => _done.TrySetResult(Result!);

    public override void Fail(Exception exception) => _done.TrySetException(SqliteFailure.Told(exception));
}
