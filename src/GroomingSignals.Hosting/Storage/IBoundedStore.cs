namespace GroomingSignals.Hosting.Storage;

/// <summary>A store that knows when it has no room left, for the health check to tell.</summary>
internal interface IBoundedStore
{
    /// <summary>Whether it refuses what needs more room.</summary>
    bool IsFull { get; }
}
