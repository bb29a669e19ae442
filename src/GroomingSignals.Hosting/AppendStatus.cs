namespace GroomingSignals.Hosting;

/// <summary>Whether messages were taken in.</summary>
public enum AppendStatus
{
    /// <summary>They were, and the state that they led to is committed: see the outcome of each.</summary>
    Accepted = 0,

    /// <summary>None was: as many messages wait as the options allow. Send them again later.</summary>
    QueueFull = 1,

    /// <summary>None was: the host is shutting down. Send them again to its successor.</summary>
    Stopping = 2,

    /// <summary>None was: the store holds as much as its options or its disk allow, and a new conversation, or in a SQLite file a state that has grown, needs more room.</summary>
    StoreFull = 3,
}
