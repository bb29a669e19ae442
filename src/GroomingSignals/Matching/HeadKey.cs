using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GroomingSignals.Matching;

/// <summary>
/// Eight characters as one number, a byte each, the first one lowest: zero where there is none (folding leaves U+0000 out), 0xFF for one that no byte holds.
/// Where all are ASCII the number says what they are; elsewhere equal characters have equal numbers, and no more.
/// </summary>
internal static class HeadKey
{
    /// <summary>How many characters a key has at most.</summary>
    public const int Length = 8;

    private const ulong NotAscii = 0x8080_8080_8080_8080;

    private static readonly ulong[] Masks = [0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF, ulong.MaxValue];

    /// <summary>The key of the characters at a place, at most eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong At(ReadOnlySpan<char> text, int place) => place <= text.Length - Length ? Whole(text, place) : AtEnd(text, place);

    /// <summary>The key of the first so many characters, from none to eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Cut(ulong key, int length) => key & Masks[length];

    /// <summary>How many characters a key has.</summary>
    public static int CountOf(ulong key) => Length - (BitOperations.LeadingZeroCount(key) / 8);

    /// <summary>How many letters and digits a key of ASCII characters begins with.</summary>
    public static int WordOf(ulong key)
    {
        int length = 0;
        while (length < Length && char.IsAsciiLetterOrDigit((char)(key >> (8 * length) & 0xFF)))
        {
            length++;
        }

        return length;
    }

    /// <summary>True when the key says what the characters are.</summary>
    public static bool IsAscii(ulong key) => (key & NotAscii) == 0;

    /// <summary>True when characters begin with all those of another key, as far as keys say.</summary>
    public static bool Begins(ulong key, ulong with) => (key ^ with) << (BitOperations.LeadingZeroCount(with) & ~7) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Whole(ReadOnlySpan<char> text, int place)
    {
        var units = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(place, Length)));
        ulong key = Vector128.NarrowWithSaturation(units, units).AsUInt64().ToScalar();
        return BitConverter.IsLittleEndian ? key : BinaryPrimitives.ReverseEndianness(key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong AtEnd(ReadOnlySpan<char> text, int place)
    {
        int missing = place + Length - text.Length;
        if (missing >= Length)
        {
            return 0;
        }

        if (text.Length >= Length)
        {
            // The last eight characters, without those before the place.
            return Whole(text, text.Length - Length) >> (8 * missing);
        }

        Span<char> eight = stackalloc char[Length];
        eight.Clear();
        text[place..].CopyTo(eight);
        return Whole(eight, 0);
    }
}
