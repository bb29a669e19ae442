using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>What one thread reuses from message to message while reading.</summary>
internal sealed class ReadScratch
{
    [ThreadStatic]
    private static ReadScratch? _mine;

    private ulong[] _present = [];

    public static ReadScratch Mine => _mine ??= new ReadScratch();

    public ViewText Folded { get; } = new();

    public ViewText Skeleton { get; } = new();

    public ViewText Other { get; } = new();

    public QuietScratch Quiet { get; } = new();

    public WordList Words { get; } = new();

    public Tokens Tokens { get; } = new();

    /// <summary>What a scan finds, for each way in which literals may begin.</summary>
    public Occurrences[] Found { get; } = [new(), new(), new()];

    public List<RawHit> Raw { get; } = [];

    public List<CueHit> Kept { get; } = [];

    /// <summary>Room for a set of cues, one bit each.</summary>
    public Span<ulong> Present(int words)
    {
        if (_present.Length < words)
        {
            _present = new ulong[words];
        }

        return _present.AsSpan(0, words);
    }
}
