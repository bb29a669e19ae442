namespace GroomingSignals.Data.Samples;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every platform and in every version, which <see cref="Random"/> does not promise.
/// </summary>
internal sealed class SampleRandom(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>A stream of its own for one conversation, so that the n-th is the same however many are composed.</summary>
    public static SampleRandom For(ulong seed, int index) => new(SeedFor(seed, index));

    /// <summary>A seed of its own for one of several uses.</summary>
    public static ulong SeedFor(ulong seed, int use) => Mix(seed + (Golden * ((ulong)use + 1)));

    /// <summary>A number from 0 to below <paramref name="limit"/>. The bias of the multiplication is below limit / 2^64.</summary>
    public int Next(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public int Between(int from, int to) => from + Next(to - from + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>Shuffles in place (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (int i = items.Count - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        _state += Golden;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
