using System.Numerics;
using System.Runtime.CompilerServices;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Rules out that some literals occur in a text, by up to three words in a row of each: a scan that has no branch for what it reads, where looking for
/// the literals themselves has several for each word. What it does not rule out may still not be there. Immutable.
/// </summary>
/// <remarks>
/// For ASCII texts, and literals whose words must be whole; others than ASCII cannot occur in such a text. Beside the words of a
/// number phrase any word that begins with a digit is as good as another. The bits are a Bloom filter
/// (B. H. Bloom, CACM 13, 1970) with all bits of a key in one word, as F. Putze, P. Sanders and J. Singler block it (WEA 2007).
/// </remarks>
internal sealed class QuietFilter
{
    /// <summary>How many bits there are for each key, at least.</summary>
    private const int Room = 16;

    /// <summary>The key of any word that begins with a digit, beside its own.</summary>
    public const ulong Number = 0x27D4EB2F165667C5;

    /// <summary>Beyond this the bits of a key would overlap those of its place.</summary>
    private const int MostBits = 20;

    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <summary>Makes a filter of keys, as <see cref="QuietKeys"/> gathers them.</summary>
    public QuietFilter(List<ulong> keys)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, keys.Count) * Room / 64) + 1, 1, MostBits);
        _bits = new ulong[1 << bits];
        _shift = 64 - bits;
        foreach (ulong key in keys)
        {
            _bits[(int)(key >> _shift)] |= 1UL << First(key) | 1UL << Second(key) | 1UL << Third(key);
        }
    }

    /// <summary>The key of one word, of its first eight characters.</summary>
    /// <param name="head">The <see cref="HeadKey"/> where it begins.</param>
    /// <param name="length">How long it is, from 1 to 8; 8 where it is longer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOf(ulong head, int length) => (head & (ulong.MaxValue >> (8 * (HeadKey.Length - length)))) * 0x9E3779B97F4A7C15;

    /// <summary>The key of two words in a row, by the keys of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOfTwo(ulong first, ulong second) => (BitOperations.RotateLeft(first, 23) ^ second) * 0xC2B2AE3D27D4EB4F;

    /// <summary>The key of three words in a row, by the keys of each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOfThree(ulong first, ulong second, ulong third) =>
        (BitOperations.RotateLeft(first, 41) ^ BitOperations.RotateLeft(second, 23) ^ third) * 0x165667B19E3779F9;

    /// <summary>True when none of the literals is in a text.</summary>
    /// <param name="view">The text, with its masks.</param>
    /// <param name="digits">Whether it may have digits.</param>
    public bool IsQuiet(ViewText view, bool digits)
    {
        ulong[] bits = _bits;
        int shift = _shift;
        var text = view.WithSlack(HeadKey.Length);
        var masks = view.Masks;
        ulong before = 0;
        ulong last = 0;
        ulong seen = 0;
        ulong carry = 0;
        bool wasNumber = false;
        for (int block = 0; block < masks.Length; block++)
        {
            ulong words = masks[block].Words;
            ulong next = block + 1 < masks.Length ? masks[block + 1].Words : 0;
            ulong starts = words & ~((words << 1) | carry);
            carry = words >> (WordMask.Width - 1);
            for (; starts != 0; starts &= starts - 1)
            {
                // A word may go on in the next block; beyond eight characters its length is of no interest.
                int at = BitOperations.TrailingZeroCount(starts);
                ulong here = (words >> at) | (next << 1 << (WordMask.Width - 1 - at));
                int length = BitOperations.TrailingZeroCount(~here | (1 << HeadKey.Length));
                ulong head = HeadKey.At(text, (block * WordMask.Width) + at);
                ulong word = KeyOf(head, length);
                if (digits)
                {
                    seen |= BesideNumber(bits, shift, last, head, word, ref wasNumber);
                }

                seen |= Has(bits, shift, word) | Has(bits, shift, KeyOfTwo(last, word)) | Has(bits, shift, KeyOfThree(before, last, word));
                before = last;
                last = word;
            }
        }

        return (seen & 1) == 0;
    }

    /// <summary>True when a word begins with a digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNumber(ulong head) => (byte)head - '0' is >= 0 and <= 9;

    /// <summary>Asks for a word with the number before it, and for a number with the word before it.</summary>
    private static ulong BesideNumber(ulong[] bits, int shift, ulong last, ulong head, ulong word, ref bool wasNumber)
    {
        ulong seen = wasNumber ? Has(bits, shift, KeyOfTwo(Number, word)) : 0;
        wasNumber = IsNumber(head);
        return wasNumber ? seen | Has(bits, shift, KeyOfTwo(last, Number)) : seen;
    }

    /// <summary>A number that is odd when there may be such a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Has(ulong[] bits, int shift, ulong key)
    {
        ulong word = bits[(int)(key >> shift)];
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
