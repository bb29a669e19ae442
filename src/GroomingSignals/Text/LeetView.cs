namespace GroomingSignals.Text;

/// <summary>
/// The leet view: digits and signs read as the letters they stand for, only in tokens that also have a letter, so that numbers stay
/// numbers. A 1 is read as i, or as l in the second reading.
/// </summary>
internal static class LeetView
{
    private const int LongestToken = 64;

    /// <summary>True when some token that the view changes holds, in one of its readings, a word that matters.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> folded, Vocabulary vocabulary, WordList words)
    {
        for (int i = 0; i < folded.Length;)
        {
            bool letter = false;
            bool sign = false;
            int end = i;
            for (; end < folded.Length && folded[end] != ' '; end++)
            {
                letter |= char.IsLetter(folded[end]);
                sign |= Letter(folded[end], oneIsL: false) != folded[end];
            }

            if (letter && sign && Matters(folded[i..end], vocabulary, words))
            {
                return true;
            }

            i = end + 1;
        }

        return false;
    }

    private static bool Matters(ReadOnlySpan<char> token, Vocabulary vocabulary, WordList words)
    {
        if (token.Length > LongestToken)
        {
            return true;
        }

        Span<char> decoded = stackalloc char[LongestToken];
        for (int reading = 0; reading < 2; reading++)
        {
            for (int k = 0; k < token.Length; k++)
            {
                decoded[k] = Letter(token[k], oneIsL: reading == 1);
            }

            if (vocabulary.HasAny(decoded[..token.Length], words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes the view.</summary>
    /// <param name="from">The folded or skeleton view.</param>
    /// <param name="into">Receives the view.</param>
    /// <param name="oneIsL">Whether 1, ! and | are read as l instead of i.</param>
    /// <returns>True when some 1, ! or | was read, so that the other reading differs.</returns>
    public static bool Make(ViewText from, ViewText into, bool oneIsL)
    {
        into.Clear();
        var chars = from.Chars;
        bool ones = false;
        for (int i = 0; i < chars.Length;)
        {
            int end = i;
            bool letter = false;
            while (end < chars.Length && chars[end] != ' ')
            {
                letter |= char.IsLetter(chars[end]);
                end++;
            }

            for (int k = i; k < end; k++)
            {
                char c = letter && (k + 1 < end || char.IsAsciiDigit(chars[k]) || chars[k] is '$' or '@') ? Letter(chars[k], oneIsL) : chars[k];
                ones |= c != chars[k] && chars[k] is '1' or '!' or '|';
                into.Add(c, from.StartOf(k), from.EndOf(k), c != chars[k]);
            }

            if (end < chars.Length)
            {
                into.Copy(from, end, false);
                end++;
            }

            i = end;
        }

        return ones;
    }

    private static char Letter(char c, bool oneIsL) => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => oneIsL ? 'l' : 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => c,
    };
}
