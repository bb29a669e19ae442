using System.Numerics;
using System.Runtime.CompilerServices;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Rules out that some literals occur in a text, by up to three words in a row of each: a scan that has no branch for what it reads, where looking for
/// the literals themselves has several for each word. What it does not rule out may still not be there. Immutable.
/// </summary>
/// <remarks>
/// For ASCII texts without digits, and literals whose words must be whole; others cannot occur in such a text. The bits are a Bloom filter
/// (B. H. Bloom, CACM 13, 1970) with all bits of a key in one word, as F. Putze, P. Sanders and J. Singler block it (WEA 2007).
/// </remarks>
internal sealed class QuietFilter
{
    /// <summary>How many bits there are for each key, at least.</summary>
    private const int Room = 32;

    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;
    private const ulong Third = 0x165667B19E3779F9;

    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <summary>Makes a filter of keys, as <see cref="QuietKeys"/> gathers them.</summary>
    public QuietFilter(List<ulong> keys)
    {
        _bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, keys.Count * (long)Room / 64))];
        _shift = 64 - BitOperations.Log2((uint)_bits.Length);
        foreach (ulong key in keys)
        {
            _bits[PlaceOf(key)] |= MaskOf(key);
        }
    }

    /// <summary>The key of one word, of its first eight characters.</summary>
    /// <param name="head">The <see cref="HeadKey"/> where it begins.</param>
    /// <param name="length">How long it is, at least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOf(ulong head, int length) => (head << (8 * (HeadKey.Length - Math.Min(length, HeadKey.Length)))) * First;

    /// <summary>The key of two words in a row, by the keys of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOfTwo(ulong first, ulong second) => (BitOperations.RotateLeft(first, 23) ^ second) * Second;

    /// <summary>The key of three words in a row, by the keys of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOfThree(ulong first, ulong second, ulong third) =>
        (BitOperations.RotateLeft(first, 41) ^ BitOperations.RotateLeft(second, 23) ^ third) * Third;

    /// <summary>True when none of the literals is in a text.</summary>
    /// <param name="view">The text, with its masks.</param>
    public bool IsQuiet(ViewText view)
    {
        var text = view.WithSlack(HeadKey.Length);
        var masks = view.Masks;
        ulong before = 0;
        ulong last = 0;
        ulong seen = 0;
        ulong carry = 0;
        for (int block = 0; block < masks.Length; block++)
        {
            ulong words = masks[block].Words;
            ulong starts = words & ~((words << 1) | carry);
            carry = words >> (WordMask.Width - 1);
            for (; starts != 0; starts &= starts - 1)
            {
                int at = BitOperations.TrailingZeroCount(starts);
                int length = BitOperations.TrailingZeroCount(~(words >> at));
                if (at + length == WordMask.Width && block + 1 < masks.Length)
                {
                    length += BitOperations.TrailingZeroCount(~masks[block + 1].Words);
                }

                ulong word = KeyOf(HeadKey.At(text, (block * WordMask.Width) + at), length);
                seen |= Has(word) | Has(KeyOfTwo(last, word)) | Has(KeyOfThree(before, last, word));
                before = last;
                last = word;
            }
        }

        return seen == 0;
    }

    /// <summary>1 when there may be such a key, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Has(ulong key)
    {
        ulong word = _bits[PlaceOf(key)];
        return word >> BitOf(key, 1) & word >> BitOf(key, 2) & word >> BitOf(key, 3) & word >> BitOf(key, 4) & 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong PlaceOf(ulong key) => key >> _shift & (ulong)(_bits.Length - 1);

    private ulong MaskOf(ulong key) => 1UL << BitOf(key, 1) | 1UL << BitOf(key, 2) | 1UL << BitOf(key, 3) | 1UL << BitOf(key, 4);

    /// <summary>Six bits of a key, below those of its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BitOf(ulong key, int index) => (int)(key >> (_shift - (6 * index)) & 63);
}
