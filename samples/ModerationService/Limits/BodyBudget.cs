namespace ModerationService.Limits;

/// <summary>How many bytes of bodies may be in memory at once. A body that does not say how long it is counts as the longest that is allowed.</summary>
internal sealed class BodyBudget(ServiceOptions options)
{
    private long _used;

    public long Used => Volatile.Read(ref _used);

    /// <summary>Takes room for a body.</summary>
    /// <returns>How much was taken, to be given back; -1 when there is none.</returns>
    public long Take(long? contentLength)
    {
        long bytes = Math.Min(contentLength ?? options.BodyBytes, options.BodyBytes);
        if (Interlocked.Add(ref _used, bytes) <= options.BodyBytesInFlight)
        {
            return bytes;
        }

        Give(bytes);
        return -1;
    }

    public void Give(long bytes) => Interlocked.Add(ref _used, -bytes);
}
