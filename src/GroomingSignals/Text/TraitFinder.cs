using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GroomingSignals.Text;

/// <summary>Finds which other views a folded text needs. Searches over many characters at a time rule out most texts; only the others are looked at one by one.</summary>
internal static class TraitFinder
{
    /// <summary>The digits. Searching for a range instead allocates until the runtime has optimised it.</summary>
    internal static readonly SearchValues<char> AsciiDigits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789@$|!");

    /// <summary>Finds the traits of a folded text, but for <see cref="TextTraits.NonAscii"/>.</summary>
    public static TextTraits Find(ReadOnlySpan<char> folded)
    {
        var traits = (HasLongRun(folded) ? TextTraits.LongRun : TextTraits.None) | (HasSpacedLetters(folded) ? TextTraits.Spaced : TextTraits.None);
        int sign = folded.IndexOfAny(Signs);
        return sign < 0 ? traits : traits | FindSigns(folded, sign);
    }

    /// <summary>A letter three times or more in a row.</summary>
    private static bool HasLongRun(ReadOnlySpan<char> folded)
    {
        var units = MemoryMarshal.Cast<char, ushort>(folded);
        int i = 0;
        for (; i + Vector128<ushort>.Count + 2 <= units.Length; i += Vector128<ushort>.Count)
        {
            var here = Vector128.Create(units.Slice(i, Vector128<ushort>.Count));
            var next = Vector128.Create(units.Slice(i + 1, Vector128<ushort>.Count));
            var third = Vector128.Create(units.Slice(i + 2, Vector128<ushort>.Count));
            if (Vector128.EqualsAny((here ^ next) | (here ^ third), Vector128<ushort>.Zero) && HasLongRun(folded, i, i + Vector128<ushort>.Count))
            {
                return true;
            }
        }

        return HasLongRun(folded, i, folded.Length - 2);
    }

    private static bool HasLongRun(ReadOnlySpan<char> folded, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (folded[i] == folded[i + 1] && folded[i] == folded[i + 2] && char.IsAsciiLetterLower(folded[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Three letters or digits that stand alone, with no longer word between them.</summary>
    private static bool HasSpacedLetters(ReadOnlySpan<char> folded)
    {
        int row = 0;
        ulong before = 0;
        for (int block = 0; block < folded.Length; block += WordMask.Width)
        {
            ulong words = WordMask.Of(folded[block..Math.Min(block + WordMask.Width, folded.Length)]).Words;
            ulong starts = words & ~((words << 1) | before);

            // A word that goes on in the next block may be taken for a letter: that costs a view too many, no more.
            ulong singles = starts & ~(words >> 1);
            before = words >> (WordMask.Width - 1);
            if (singles == 0)
            {
                row = starts == 0 ? row : 0;
                continue;
            }

            for (; starts != 0; starts &= starts - 1)
            {
                row = (singles & starts & (ulong)-(long)starts) != 0 ? row + 1 : 0;
                if (row >= JoinedView.ShortestRun)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Digits, and tokens with a letter and a digit or a sign that may stand for one. A bang that ends a word (hello!) stands for no letter.</summary>
    private static TextTraits FindSigns(ReadOnlySpan<char> folded, int first)
    {
        var traits = TextTraits.None;
        bool letter = false;
        bool sign = false;
        bool bang = false;
        for (int i = folded[..first].LastIndexOf(' ') + 1; i < folded.Length; i++)
        {
            char c = folded[i];
            if (c == ' ')
            {
                letter = sign = bang = false;
            }
            else if (char.IsAsciiLetterLower(c))
            {
                letter = true;
                sign |= bang;
            }
            else if (char.IsAsciiDigit(c))
            {
                traits |= TextTraits.Digits;
                sign = true;
            }
            else
            {
                sign |= c is '@' or '$' or '|';
                bang |= c == '!';
            }

            if (letter && sign)
            {
                return traits | TextTraits.Leet | (folded[first..].ContainsAny(AsciiDigits) ? TextTraits.Digits : TextTraits.None);
            }
        }

        return traits;
    }
}
