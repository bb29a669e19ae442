namespace GroomingSignals.Hosting.Storage;

/// <summary>The store failed, and nothing was acknowledged. Send the messages again: those that did reach the store are told as duplicates.</summary>
public sealed class StateStoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened and what to do; without message text.</param>
    /// <param name="innerException">What the store said; null when nothing.</param>
    public StateStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>True when there was no room for it: sending again does not help until there is. False by default.</summary>
    public bool IsFull { get; init; }
}
