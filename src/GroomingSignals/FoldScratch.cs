using GroomingSignals.Matching;
using GroomingSignals.Rules;

namespace GroomingSignals;

/// <summary>What one thread reuses from message to message.</summary>
internal sealed class FoldScratch
{
    [ThreadStatic]
    private static FoldScratch? _mine;

    private ulong[] _candidates = [];
    private ulong[] _woken = [];

    /// <summary>The scratch of this thread.</summary>
    public static FoldScratch Mine => _mine ??= new FoldScratch();

    public MessageSignals Signals { get; } = new();

    /// <summary>What the reader reuses on the same thread.</summary>
    public ReadScratch Reading { get; } = ReadScratch.Mine;

    public RuleEvaluator Evaluator { get; } = new();

    public List<int> Listeners { get; } = [];

    /// <summary>Watches the rules that are tried on this thread; null but for <c>rules explain</c>.</summary>
    public RuleTracer? Tracer { get; set; }

    /// <summary>The rules that the message wakes, one bit each.</summary>
    public Span<ulong> Candidates(int rules) => Cleared(ref _candidates, rules);

    /// <summary>A copy of the candidates for one pair, to which matches of tactics add.</summary>
    public Span<ulong> Woken(ReadOnlySpan<ulong> candidates)
    {
        if (_woken.Length < candidates.Length)
        {
            _woken = new ulong[candidates.Length];
        }

        candidates.CopyTo(_woken);
        return _woken.AsSpan(0, candidates.Length);
    }

    private static Span<ulong> Cleared(ref ulong[] bits, int count)
    {
        int words = (count + 63) / 64;
        if (bits.Length < words)
        {
            bits = new ulong[words];
        }

        var span = bits.AsSpan(0, words);
        span.Clear();
        return span;
    }
}
