namespace GroomingSignals.Text;

/// <summary>
/// The joined view: three or more letters that stand alone, set apart by single spaces, dots, dashes, underscores or stars, become one
/// word. Those words are what it has changed.
/// </summary>
internal static class JoinedView
{
    internal const int ShortestRun = 3;

    /// <summary>Makes the view.</summary>
    /// <param name="from">The folded or skeleton view.</param>
    /// <param name="into">Receives the view.</param>
    /// <param name="firstIsWord">Whether the first letter of a run that is a word by itself (a, i, u) stays apart: "a s e c r e t".</param>
    /// <returns>True when some run begins with such a letter, so that the other reading differs.</returns>
    public static bool Make(ViewText from, ViewText into, bool firstIsWord)
    {
        into.Clear();
        var chars = from.Chars;
        bool ambiguous = false;
        for (int i = 0; i < chars.Length;)
        {
            int end = from.IsEdge(i) ? RunEnd(chars, i) : i;
            if (end == i)
            {
                into.Copy(from, i, false);
                i++;
                continue;
            }

            if (end - i >= (2 * ShortestRun) + 1 && chars[i] is 'a' or 'i' or 'u')
            {
                ambiguous = true;
                if (firstIsWord)
                {
                    into.Copy(from, i, false);
                    into.Copy(from, i + 1, false);
                    i += 2;
                }
            }

            for (int k = i; k < end; k += 2)
            {
                into.Copy(from, k, true);
            }

            i = end;
        }

        return ambiguous;
    }

    /// <summary>The end of a run of letters that begins here; the beginning when none does.</summary>
    private static int RunEnd(ReadOnlySpan<char> chars, int start)
    {
        int letters = 0;
        int at = start;
        while (at < chars.Length && char.IsLetter(chars[at]))
        {
            if (at + 1 < chars.Length && ViewText.IsWord(chars[at + 1]))
            {
                break;
            }

            letters++;
            at += 2;
            if (at >= chars.Length || !IsSeparator(chars[at - 1]))
            {
                break;
            }
        }

        return letters >= ShortestRun ? start + (2 * letters) - 1 : start;
    }

    private static bool IsSeparator(char c) => c is ' ' or '.' or '-' or '_' or '*';
}
