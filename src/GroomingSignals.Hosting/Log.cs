using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting;

/// <summary>Everything that is logged. No message text, no id of a user or a conversation, and of exceptions the type only: what they say could quote either.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "An alert was raised: {Severity}, at message {Sequence}, risk {Risk}.")]
    public static partial void AlertRaised(ILogger logger, string severity, int sequence, double risk);

    [LoggerMessage(2, LogLevel.Error, "The store failed to read a state ({Exception}); its messages are not acknowledged.")]
    public static partial void ReadFailed(ILogger logger, string exception);

    [LoggerMessage(3, LogLevel.Error, "A delivery could not be folded ({Exception}); it is refused, the others are not affected.")]
    public static partial void FoldFailed(ILogger logger, string exception);

    [LoggerMessage(4, LogLevel.Error, "The store failed to commit {Conversations} conversations ({Exception}); none of their messages is acknowledged.")]
    public static partial void CommitFailed(ILogger logger, int conversations, string exception);

    [LoggerMessage(5, LogLevel.Error, "An erasure failed ({Exception}); whoever asked for it was told.")]
    public static partial void EraseFailed(ILogger logger, string exception);

    [LoggerMessage(6, LogLevel.Information, "Packs, policy and model are loaded: {Versions}.")]
    public static partial void Loaded(ILogger logger, string versions);

    [LoggerMessage(7, LogLevel.Error, "Packs, policy or model have changed and cannot be used; the old ones stay in service. {Problems}. 'grooming-signals rules check' and 'model show' tell each in full.")]
    public static partial void ReloadFailed(ILogger logger, string problems);

    [LoggerMessage(8, LogLevel.Information, "{Conversations} conversations past their retention were erased.")]
    public static partial void RetentionErased(ILogger logger, int conversations);

    [LoggerMessage(9, LogLevel.Error, "Upkeep of the store failed ({Exception}); it is tried again.")]
    public static partial void RetentionFailed(ILogger logger, string exception);

    [LoggerMessage(14, LogLevel.Information, "The store's files were written anew: nothing of what was erased is left in them.")]
    public static partial void Scrubbed(ILogger logger);

    [LoggerMessage(15, LogLevel.Warning, "Another process has the store open: waiting up to {Seconds} seconds for it to end.")]
    public static partial void AwaitingStore(ILogger logger, int seconds);

    [LoggerMessage(16, LogLevel.Information, "The last process left {Records} records in the commit log that the tables lacked: they were brought in.")]
    public static partial void Recovered(ILogger logger, int records);

    [LoggerMessage(17, LogLevel.Warning, "The store's commit log cannot be written ({Exception}): until the next start all goes into the tables at once, which is slower.")]
    public static partial void LogGivenUp(ILogger logger, string exception);

    [LoggerMessage(18, LogLevel.Error, "The store could not bring all that is acknowledged into its tables ({Exception}): its commit log keeps it for the next start. Do not remove it.")]
    public static partial void NotFolded(ILogger logger, string exception);

    [LoggerMessage(10, LogLevel.Information, "No more messages are taken in; those that wait are finished.")]
    public static partial void Draining(ILogger logger);

    [LoggerMessage(11, LogLevel.Information, "All messages that were taken in are committed.")]
    public static partial void Drained(ILogger logger);

    [LoggerMessage(12, LogLevel.Warning, "The host did not wait for {Messages} messages; they are not acknowledged.")]
    public static partial void DrainCut(ILogger logger, long messages);

    [LoggerMessage(13, LogLevel.Warning, "Changes of files cannot be watched ({Exception}); they are found by looking every {Seconds} seconds.")]
    public static partial void WatchFailed(ILogger logger, string exception, double seconds);
}
