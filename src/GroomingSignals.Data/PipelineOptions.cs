namespace GroomingSignals.Data;

/// <summary>How far a <see cref="ConversationPipeline"/> may run ahead of its caller, and on how many threads.</summary>
public sealed record PipelineOptions
{
    /// <summary>The defaults.</summary>
    public static PipelineOptions Default { get; } = new();

    /// <summary>How many threads parse and work; as many as there are processors unless said otherwise.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>How many conversations may be in hand at once, read but not yet taken by the caller: 1024 unless said otherwise.</summary>
    public int MaxAhead
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1024;

    /// <summary>How many bytes of input these may hold together: 64 MiB unless said otherwise. One conversation alone may be larger.</summary>
    public long MaxAheadBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 64L * 1024 * 1024;
}
