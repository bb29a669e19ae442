using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GroomingSignals.Text;

/// <summary>Finds which other views a folded text needs. Searches over many characters at a time rule out most texts; only the others are looked at one by one.</summary>
internal static class TraitFinder
{
    /// <summary>The digits. Searching for a range instead allocates until the runtime has optimised it.</summary>
    internal static readonly SearchValues<char> AsciiDigits = SearchValues.Create("0123456789");

    /// <summary>The signs that stand for letters wherever they are in a word, and the digits.</summary>
    private static readonly SearchValues<char> SignsInWords = SearchValues.Create("0123456789@$|");

    /// <summary>Finds the traits of a folded text, but for <see cref="TextTraits.NonAscii"/>.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="view">The view that it is of, with which its masks are left; null for none.</param>
    public static TextTraits Find(ReadOnlySpan<char> folded, ViewText? view = null)
    {
        var traits = HasLongRun(folded) ? TextTraits.LongRun : TextTraits.None;
        int sign = -1;
        int row = 0;
        ulong before = 0;
        for (int block = 0; block < folded.Length; block += WordMask.Width)
        {
            var mask = WordMask.Of(folded[block..Math.Min(block + WordMask.Width, folded.Length)]);
            view?.Keep(mask);
            if (sign < 0 && mask.Signs != 0)
            {
                sign = block + BitOperations.TrailingZeroCount(mask.Signs);
            }

            ulong starts = mask.Words & ~((mask.Words << 1) | before);
            before = mask.Words >> (WordMask.Width - 1);
            row = SpacedLetters(starts, starts & ~(mask.Words >> 1), row);
            if (row >= JoinedView.ShortestRun)
            {
                traits |= TextTraits.Spaced;
            }
        }

        return sign < 0 ? traits : traits | FindSigns(folded, sign);
    }

    /// <summary>A letter three times or more in a row.</summary>
    private static bool HasLongRun(ReadOnlySpan<char> folded)
    {
        int width = Vector256<ushort>.Count;
        int last = folded.Length - width - 2;
        if (last < 0)
        {
            return HasLongRun(folded, 0, folded.Length - 2);
        }

        var units = MemoryMarshal.Cast<char, ushort>(folded);
        for (int i = 0; ; i = Math.Min(i + width, last))
        {
            var here = Vector256.Create(units.Slice(i, width));
            var next = Vector256.Create(units.Slice(i + 1, width));
            var third = Vector256.Create(units.Slice(i + 2, width));
            if (Vector256.EqualsAny((here ^ next) | (here ^ third), Vector256<ushort>.Zero) && HasLongRun(folded, i, i + width))
            {
                return true;
            }

            if (i == last)
            {
                return false;
            }
        }
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

    /// <summary>Counts letters or digits that stand alone, with no longer word between them.</summary>
    /// <param name="starts">Where the words of a block begin.</param>
    /// <param name="singles">Those of one letter. One that goes on in the next block may be taken for such: that costs a view too many, no more.</param>
    /// <param name="row">How many there were in a row before the block.</param>
    /// <returns>How many there are in a row at its end, or enough as soon as there are.</returns>
    private static int SpacedLetters(ulong starts, ulong singles, int row)
    {
        if (singles == 0)
        {
            return starts == 0 ? row : 0;
        }

        if (row + BitOperations.PopCount(singles) < JoinedView.ShortestRun)
        {
            return AtEnd(starts, singles, row);
        }

        for (; starts != 0 && row < JoinedView.ShortestRun; starts &= starts - 1)
        {
            row = (singles & starts & (ulong)-(long)starts) != 0 ? row + 1 : 0;
        }

        return row;
    }

    /// <summary>How many of a block's last words are of one letter; with those in a row before it where all are.</summary>
    private static int AtEnd(ulong starts, ulong singles, int row)
    {
        int count = 0;
        while (starts != 0)
        {
            ulong last = 1UL << BitOperations.Log2(starts);
            if ((singles & last) == 0)
            {
                return count;
            }

            count++;
            starts ^= last;
        }

        return row + count;
    }

    /// <summary>True when there are no signs but bangs, each at the end of what stands between spaces: most signs are.</summary>
    private static bool AreBangsAtEnds(ReadOnlySpan<char> folded, int first)
    {
        if (folded[first] != '!' || folded[first..].ContainsAny(SignsInWords))
        {
            return false;
        }

        for (int at = first; at >= 0 && at < folded.Length;)
        {
            int end = at + 1;
            while (end < folded.Length && folded[end] == '!')
            {
                end++;
            }

            if (end < folded.Length && folded[end] != ' ')
            {
                return false;
            }

            int next = folded[end..].IndexOf('!');
            at = next < 0 ? next : end + next;
        }

        return true;
    }

    /// <summary>Digits, and tokens with a letter and a digit or a sign that may stand for one. A bang that ends a word (hello!) stands for no letter.</summary>
    private static TextTraits FindSigns(ReadOnlySpan<char> folded, int first)
    {
        if (AreBangsAtEnds(folded, first))
        {
            return TextTraits.None;
        }

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
