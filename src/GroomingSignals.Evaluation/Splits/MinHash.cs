using System.Numerics;
using System.Runtime.InteropServices;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>
/// MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3): 32 bands of 6 minima.
/// Two sets of Jaccard similarity s share a band with probability 1 - (1 - s^6)^32: 0.9999 at 0.8, 0.98 at 0.7, 0.02 at 0.3.
/// </summary>
internal static class MinHash
{
    public const int Bands = 32;
    private const int Rows = 6;
    private const int Minima = Bands * Rows;

    // Odd multipliers and offsets of as many hash functions; fixed, since a split may depend on its own seed only.
    private static readonly uint[] Multipliers = Parameters(1, 1);
    private static readonly uint[] Offsets = Parameters(2, 0);

    /// <summary>The hash of each band of a set.</summary>
    /// <param name="set">The set, not empty.</param>
    /// <param name="bands">Receives a hash a band.</param>
    public static void Write(ReadOnlySpan<uint> set, Span<ulong> bands)
    {
        Span<uint> minima = stackalloc uint[Minima];
        minima.Fill(uint.MaxValue);
        Span<Vector<uint>> wide = MemoryMarshal.Cast<uint, Vector<uint>>(minima);
        ReadOnlySpan<Vector<uint>> multipliers = MemoryMarshal.Cast<uint, Vector<uint>>(Multipliers);
        ReadOnlySpan<Vector<uint>> offsets = MemoryMarshal.Cast<uint, Vector<uint>>(Offsets);
        foreach (uint item in set)
        {
            Vector<uint> value = new(item);
            for (int i = 0; i < wide.Length; i++)
            {
                wide[i] = Vector.Min(wide[i], (value * multipliers[i]) + offsets[i]);
            }
        }

        for (int band = 0; band < Bands; band++)
        {
            ulong hash = (ulong)band;
            foreach (uint minimum in minima.Slice(band * Rows, Rows))
            {
                hash = SeededRandom.Mix(hash ^ minimum);
            }

            bands[band] = hash;
        }
    }

    private static uint[] Parameters(int stream, uint set)
    {
        SeededRandom random = SeededRandom.For(0, stream);
        uint[] values = new uint[Minima];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (uint)(random.Next() >> 32) | set;
        }

        return values;
    }
}
