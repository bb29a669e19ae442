using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GroomingSignals.Text;

/// <summary>What each of 64 characters is, one bit each: found 32 at a time.</summary>
/// <param name="Words">The characters for which <see cref="ViewText.IsWord"/> holds.</param>
/// <param name="Spaces">The spaces, U+0020 only.</param>
/// <param name="Signs">The ASCII digits and the signs that may stand for letters: @ $ | !.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordMask(ulong Words, ulong Spaces, ulong Signs)
{
    /// <summary>How many characters one mask covers.</summary>
    public const int Width = 64;

    private const int Step = 32;

    /// <summary>Makes the masks of at most 64 characters; the bits after the last are zero.</summary>
    [SkipLocalsInit]
    public static WordMask Of(ReadOnlySpan<char> text)
    {
        if (text.Length < Step)
        {
            Span<char> padded = stackalloc char[Step];
            text.CopyTo(padded);
            return Of32(padded, (1u << text.Length) - 1);
        }

        // The last step overlaps the first where there are fewer than 64.
        int last = text.Length - Step;
        var (first, second) = (Of32(text[..Step], uint.MaxValue), Of32(text.Slice(last, Step), uint.MaxValue));
        return new WordMask(first.Words | (second.Words << last), first.Spaces | (second.Spaces << last), first.Signs | (second.Signs << last));
    }

    /// <summary>Makes the masks of 32 characters of which only those with a bit count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static WordMask Of32(ReadOnlySpan<char> text, uint those)
    {
        // Beyond U+00FF a character becomes 0xFF: looked at one by one.
        var units = MemoryMarshal.Cast<char, ushort>(text);
        var chars = Vector256.NarrowWithSaturation(Vector256.Create(units[..16]), Vector256.Create(units.Slice(16, 16)));
        var letters = Vector256.LessThanOrEqual((chars | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)25));
        var digits = Vector256.LessThanOrEqual(chars - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        var spaces = Vector256.Equals(chars, Vector256.Create((byte)' '));
        var signs = Vector256.Equals(chars, Vector256.Create((byte)'@')) | Vector256.Equals(chars, Vector256.Create((byte)'$'))
            | Vector256.Equals(chars, Vector256.Create((byte)'|')) | Vector256.Equals(chars, Vector256.Create((byte)'!'));
        uint words = (letters | digits).ExtractMostSignificantBits() & those;
        uint far = chars.ExtractMostSignificantBits() & those;
        return new WordMask(
            far == 0 ? words : words | FarWords(text, far), spaces.ExtractMostSignificantBits() & those, (signs | digits).ExtractMostSignificantBits() & those);
    }

    private static uint FarWords(ReadOnlySpan<char> text, uint far)
    {
        uint words = 0;
        for (; far != 0; far &= far - 1)
        {
            int at = BitOperations.TrailingZeroCount(far);
            words |= (ViewText.IsWord(text[at]) ? 1u : 0) << at;
        }

        return words;
    }
}
