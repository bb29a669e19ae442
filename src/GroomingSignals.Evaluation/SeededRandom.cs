namespace GroomingSignals.Evaluation;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every platform and in every version, which <see cref="Random"/> does not promise.</summary>
internal struct SeededRandom(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>A stream of its own for one part of the work, so that what it draws does not depend on who runs first.</summary>
    /// <param name="seed">The seed of all the work.</param>
    /// <param name="stream">The number of the part.</param>
    public static SeededRandom For(int seed, int stream) => new(Mix(Mix((uint)seed + Golden) + (Golden * ((uint)stream + 1ul))));

    /// <summary>A number from 0 to below <paramref name="limit"/>. The bias of the multiplication is below limit / 2^64.</summary>
    public int Next(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>Shuffles in place (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        _state += Golden;
        return Mix(_state);
    }

    /// <summary>The finaliser: spreads each bit over all.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
