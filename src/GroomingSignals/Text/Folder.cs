namespace GroomingSignals.Text;

/// <summary>
/// Makes the folded view, in one pass: lower case, compatibility forms, invisible characters and apostrophes left out, runs of white space
/// made one space. An apostrophe after a digit stays (5'9 is no 59). Says on the way which other views the text needs.
/// </summary>
internal static class Folder
{
    /// <summary>Folds a text.</summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="into">Receives the view.</param>
    /// <returns>What was seen.</returns>
    public static TextTraits Fold(ReadOnlySpan<char> text, ViewText into)
    {
        into.Clear();
        into.Reserve(text.Length + 16);
        var traits = TextTraits.None;
        char last = ' ';
        char before = '\0';
        int single = 0;
        bool letter = false;
        bool sign = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c >= 0x80)
            {
                traits |= TextTraits.NonAscii;
                i += FoldWide(text, i, into) - 1;
                last = into.Length > 0 ? into.Chars[^1] : ' ';
                before = '\0';
                letter |= char.IsLetter(last);
                single = 0;
                continue;
            }

            if (char.IsAsciiLetter(c))
            {
                c = (char)(c | 0x20);
                if (c == last && c == before)
                {
                    traits |= TextTraits.LongRun;
                }

                letter = true;
            }
            else if (c <= ' ' || c == 0x7F)
            {
                if (c is not (' ' or '\t' or '\n' or '\r' or '\v' or '\f'))
                {
                    // Controls, NUL among them, are invisible.
                    continue;
                }

                traits |= letter && sign ? TextTraits.Leet : TextTraits.None;
                letter = sign = false;
                c = c == '\n' ? '\n' : ' ';
                if (last is ' ' or '\n')
                {
                    continue;
                }
            }
            else if (c is '\'' or '`')
            {
                if (!char.IsAsciiDigit(last))
                {
                    continue;
                }
            }
            else if (char.IsAsciiDigit(c) || c is '@' or '$' or '!' or '|')
            {
                sign = true;
            }

            single = CountSingles(c, last, before, single, ref traits);
            into.Add(c == '\n' ? ' ' : c, i, i + 1, false);
            before = last;
            last = c;
        }

        return traits | (letter && sign ? TextTraits.Leet : TextTraits.None) | (single >= 3 ? TextTraits.Spaced : TextTraits.None);
    }

    /// <summary>Counts letters that stand alone between separators: three in a row may be a word set apart.</summary>
    private static int CountSingles(char c, char last, char before, int single, ref TextTraits traits)
    {
        if (!char.IsAsciiLetter(c))
        {
            if (char.IsAsciiLetter(last) && !char.IsAsciiLetterOrDigit(before))
            {
                single++;
                traits |= single >= 3 ? TextTraits.Spaced : TextTraits.None;
            }
            else if (char.IsAsciiLetterOrDigit(last))
            {
                single = 0;
            }

            return single;
        }

        // The last letter of the text has no separator after it: two before it and this one are enough to look closer.
        if (single >= 2 && !char.IsAsciiLetterOrDigit(last))
        {
            traits |= TextTraits.Spaced;
        }

        return single;
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
