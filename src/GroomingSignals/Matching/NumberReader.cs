using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>Reads one number next to the words of a phrase.</summary>
internal static class NumberReader
{
    /// <summary>Reads the number that begins at a place.</summary>
    /// <param name="chars">The view.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="value">The number.</param>
    /// <param name="end">Where it ends, with what belongs to it (<c>15th</c>, <c>15yo</c>, <c>15f</c>).</param>
    public static bool TryReadAt(ReadOnlySpan<char> chars, int start, out int value, out int end)
    {
        value = 0;
        end = start;
        if (start >= chars.Length || (start > 0 && !MayPrecede(chars, start)))
        {
            return false;
        }

        return char.IsAsciiDigit(chars[start]) ? TryReadDigits(chars, start, out value, out end) : TryReadWords(chars, start, out value, out end);
    }

    /// <summary>Reads the number that ends at a place.</summary>
    public static bool TryReadBefore(ReadOnlySpan<char> chars, int end, out int value, out int start)
    {
        value = 0;
        start = WordStart(chars, end);
        if (start == end)
        {
            return false;
        }

        // Two words, tens and units, before one: "twenty one years old".
        if (start > 1 && chars[start - 1] == ' ')
        {
            int earlier = WordStart(chars, start - 1);
            if (earlier < start - 1 && TryReadAt(chars, earlier, out value, out int both) && both == end)
            {
                start = earlier;
                return true;
            }
        }

        return TryReadAt(chars, start, out value, out int one) && one == end;
    }

    /// <summary>No part of a longer number, a price or a list number: 1,15 and $15 and #15 are not 15.</summary>
    private static bool MayPrecede(ReadOnlySpan<char> chars, int start)
    {
        char before = chars[start - 1];
        return !ViewText.IsWord(before) && before is not ('$' or '#' or '€' or '£')
            && !(before is '.' or ',' or ':' or '/' or '-' or '\'' && start > 1 && char.IsAsciiDigit(chars[start - 2]));
    }

    private static bool TryReadDigits(ReadOnlySpan<char> chars, int start, out int value, out int end)
    {
        value = 0;
        end = start;
        while (end < chars.Length && char.IsAsciiDigit(chars[end]))
        {
            if (end - start == 3)
            {
                return false;
            }

            value = (value * 10) + (chars[end] - '0');
            end++;
        }

        int suffix = end;
        while (suffix < chars.Length && (char.IsAsciiLetter(chars[suffix]) || (chars[suffix] == '/' && suffix > end)))
        {
            suffix++;
        }

        if (suffix > end)
        {
            if (chars[end..suffix] is not ("st" or "nd" or "rd" or "th" or "yo" or "y/o" or "yr" or "yrs" or "f" or "m"))
            {
                return false;
            }

            end = suffix;
        }

        return end >= chars.Length || !(ViewText.IsWord(chars[end]) || chars[end] is '%' or '\'' or '"' or '$'
            || (chars[end] is '.' or ':' or '/' or ',' or '-' && end + 1 < chars.Length && char.IsAsciiDigit(chars[end + 1])));
    }

    private static bool TryReadWords(ReadOnlySpan<char> chars, int start, out int value, out int end)
    {
        end = WordEnd(chars, start);
        if (!NumberWords.TryGet(chars[start..end], out value))
        {
            return false;
        }

        if (value is >= 20 and <= 90 && value % 10 == 0 && end < chars.Length && chars[end] is ' ' or '-')
        {
            int next = WordEnd(chars, end + 1);
            if (next > end + 1 && NumberWords.TryGet(chars[(end + 1)..next], out int unit) && unit < 10)
            {
                value += unit;
                end = next;
            }
        }

        return true;
    }

    private static int WordEnd(ReadOnlySpan<char> chars, int start)
    {
        int end = start;
        while (end < chars.Length && char.IsAsciiLetter(chars[end]))
        {
            end++;
        }

        return end;
    }

    private static int WordStart(ReadOnlySpan<char> chars, int end)
    {
        int start = end;
        while (start > 0 && (ViewText.IsWord(chars[start - 1]) || (chars[start - 1] == '/' && start < end)))
        {
            start--;
        }

        return start;
    }
}
