using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GroomingSignals.Text;

/// <summary>Which of 64 characters are part of a word and which are spaces, one bit each: found sixteen at a time.</summary>
/// <param name="Words">The characters for which <see cref="ViewText.IsWord"/> holds.</param>
/// <param name="Spaces">The spaces, U+0020 only.</param>
internal readonly record struct WordMask(ulong Words, ulong Spaces)
{
    /// <summary>How many characters one mask covers.</summary>
    public const int Width = 64;

    private const int Step = 16;

    /// <summary>Makes the masks of at most 64 characters; the bits after the last are zero.</summary>
    public static WordMask Of(ReadOnlySpan<char> text)
    {
        ulong words = 0;
        ulong spaces = 0;
        ulong far = 0;
        int i = 0;
        for (; i + Step <= text.Length; i += Step)
        {
            Step16(text.Slice(i, Step), i, ref words, ref spaces, ref far);
        }

        if (i < text.Length)
        {
            Span<char> padded = stackalloc char[Step];
            padded.Clear();
            text[i..].CopyTo(padded);
            Step16(padded, i, ref words, ref spaces, ref far);
        }

        for (; far != 0; far &= far - 1)
        {
            int at = BitOperations.TrailingZeroCount(far);
            words |= (ViewText.IsWord(text[at]) ? 1UL : 0) << at;
        }

        return new WordMask(words, spaces);
    }

    private static void Step16(ReadOnlySpan<char> text, int at, ref ulong words, ref ulong spaces, ref ulong far)
    {
        // Beyond U+00FF a character becomes 0xFF: looked at one by one.
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var chars = Vector128.NarrowWithSaturation(Vector128.Create(units[..8]), Vector128.Create(units.Slice(8, 8)));
        var letters = Vector128.LessThanOrEqual((chars | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)25));
        var digits = Vector128.LessThanOrEqual(chars - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        words |= (ulong)(letters | digits).ExtractMostSignificantBits() << at;
        spaces |= (ulong)Vector128.Equals(chars, Vector128.Create((byte)' ')).ExtractMostSignificantBits() << at;
        far |= (ulong)chars.ExtractMostSignificantBits() << at;
    }
}
