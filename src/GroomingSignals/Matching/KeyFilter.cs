using System.Numerics;
using System.Runtime.CompilerServices;

namespace GroomingSignals.Matching;

/// <summary>
/// Tells that a key is not among some, or that it may be: a Bloom filter (B. H. Bloom, CACM 13, 1970) with all bits of a key in one word, as F. Putze,
/// P. Sanders and J. Singler block it (WEA 2007). Immutable.
/// </summary>
internal readonly struct KeyFilter
{
    /// <summary>How many bits there are for each key, at least.</summary>
    private const int Room = 32;

    /// <summary>Beyond this the bits of a key would overlap those of its place.</summary>
    private const int MostBits = 20;

    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <summary>Makes a filter.</summary>
    /// <param name="keys">The keys, some of them perhaps twice.</param>
    public KeyFilter(IReadOnlyCollection<ulong> keys)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, keys.Count) * Room / 64) + 1, 1, MostBits);
        _bits = new ulong[1 << bits];
        _shift = 64 - bits;
        foreach (ulong key in keys)
        {
            _bits[(int)(key >> _shift)] |= 1UL << First(key) | 1UL << Second(key) | 1UL << Third(key);
        }
    }

    /// <summary>A number that is odd when the key may be among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Has(ulong key)
    {
        ulong word = _bits[(int)(key >> _shift)];
        return word >> First(key) & word >> Second(key) & word >> Third(key);
    }

    // Six bits each, which is what a shift takes of its count.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int First(ulong key) => (int)(key >> 38);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Second(ulong key) => (int)(key >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Third(ulong key) => (int)(key >> 26);
}
