using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>What one thread reuses from message to message while reading.</summary>
internal sealed class ReadScratch
{
    [ThreadStatic]
    private static ReadScratch? _mine;

    public static ReadScratch Mine => _mine ??= new ReadScratch();

    public ViewText Folded { get; } = new();

    public ViewText Skeleton { get; } = new();

    public ViewText Other { get; } = new();

    public WordList Words { get; } = new();

    public Tokens Tokens { get; } = new();

    public List<RawHit> Raw { get; } = [];

    public List<CueHit> Kept { get; } = [];
}
