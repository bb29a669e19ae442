using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GroomingSignals.Text;

/// <summary>
/// Makes the folded view, in one pass: lower case, compatibility forms, invisible characters and apostrophes left out, runs of white space
/// made one space. An apostrophe after a digit stays (5'9 is no 59). Plain text goes 32 characters at a time.
/// </summary>
internal static class Folder
{
    private const int Step = 32;

    /// <summary>Folds a text.</summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="into">Receives the view.</param>
    /// <returns>What was seen.</returns>
    public static TextTraits Fold(ReadOnlySpan<char> text, ViewText into)
    {
        into.Clear();
        into.Reserve(text.Length + Step);
        var traits = TextTraits.None;
        for (int i = 0; i < text.Length;)
        {
            i += FoldAscii(text, i, into);
            if (i < text.Length)
            {
                traits |= TextTraits.NonAscii;
                i += FoldWide(text, i, into);
                into.Reserve(into.Length + text.Length - i + Step);
            }
        }

        return traits | TraitFinder.Find(into.Chars, into);
    }

    /// <summary>Folds the ASCII characters from a place on.</summary>
    /// <returns>How many code units it took.</returns>
    [SkipLocalsInit]
    private static int FoldAscii(ReadOnlySpan<char> text, int from, ViewText into)
    {
        var writer = into.Open();
        Span<char> padded = stackalloc char[Step];
        int i = from;
        while (i < text.Length)
        {
            int length = Math.Min(Step, text.Length - i);
            scoped var block = text.Slice(i, length);
            if (length < Step)
            {
                // What stands after it is written after it, and looked at by nobody.
                block.CopyTo(padded);
                block = padded;
            }

            int plain = FoldPlain(block, writer.EndsWithSpace, out var folded);
            writer.Write(folded, i, Math.Min(plain, length));
            i += plain;
            if (plain < length)
            {
                if (text[i] >= 0x80)
                {
                    break;
                }

                FoldOne(text[i], i, ref writer);
                i++;
            }
        }

        i = Math.Min(i, text.Length);
        into.Close(writer);
        return i - from;
    }

    /// <summary>Folds 32 characters as if they all stayed in their places.</summary>
    /// <returns>How many of the first ones do: up to a control, an apostrophe, a second space or a character beyond ASCII.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FoldPlain(ReadOnlySpan<char> block, bool afterSpace, out Vector256<byte> folded)
    {
        var units = MemoryMarshal.Cast<char, ushort>(block);
        var chars = Vector256.NarrowWithSaturation(Vector256.Create(units[..16]), Vector256.Create(units.Slice(16, 16)));
        var upper = Vector256.LessThanOrEqual(chars - Vector256.Create((byte)'A'), Vector256.Create((byte)25));
        folded = chars | (upper & Vector256.Create((byte)0x20));

        // Printable is from space to tilde: one comparison finds controls, DEL and everything beyond ASCII.
        var odd = Vector256.GreaterThan(chars - Vector256.Create((byte)' '), Vector256.Create((byte)('~' - ' ')))
            | Vector256.Equals(chars, Vector256.Create((byte)'\'')) | Vector256.Equals(chars, Vector256.Create((byte)'`'));
        uint spaces = Vector256.Equals(chars, Vector256.Create((byte)' ')).ExtractMostSignificantBits();
        uint doubled = spaces & ((spaces << 1) | (afterSpace ? 1u : 0));
        return BitOperations.TrailingZeroCount(odd.ExtractMostSignificantBits() | doubled);
    }

    private static void FoldOne(char c, int at, ref ViewWriter writer)
    {
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r' or '\v' or '\f':
                if (!writer.EndsWithSpace)
                {
                    writer.Write(' ', at);
                }

                break;
            case < ' ' or '\x7F':
            case '\'' or '`' when !char.IsAsciiDigit(writer.Last):
                break;
            default:
                writer.Write(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c, at);
                break;
        }
    }

    /// <summary>Folds a character beyond ASCII.</summary>
    /// <returns>How many code units it took.</returns>
    private static int FoldWide(ReadOnlySpan<char> text, int at, ViewText into)
    {
        int units = 1;
        int code = text[at];
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            code = char.ConvertToUtf32(text[at], text[at + 1]);
            units = 2;
        }

        if (code is 0x2019 or 0x2018 or 0x02BC or 0x00B4 or 0x201B && !(into.Length > 0 && char.IsAsciiDigit(into.Chars[^1])))
        {
            return units;
        }

        if (!FoldTable.TryGet(code, out var entry))
        {
            for (int k = 0; k < units; k++)
            {
                into.Add(text[at + k], at, at + units, false);
            }

            return units;
        }

        foreach (char c in entry.Folded)
        {
            if (char.IsWhiteSpace(c))
            {
                if (into.Length > 0 && into.Chars[^1] != ' ')
                {
                    into.Add(' ', at, at + units, false);
                }
            }
            else
            {
                into.Add(c, at, at + units, false);
            }
        }

        return units;
    }
}
