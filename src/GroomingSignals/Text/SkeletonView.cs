namespace GroomingSignals.Text;

/// <summary>
/// The skeleton view: what characters look like (Unicode Technical Standard 39), accents left out. Made from the original, since only
/// some characters of a case look alike. Plain letters stay, so that all views share their literals.
/// </summary>
internal static class SkeletonView
{
    public static void Make(ReadOnlySpan<char> text, ViewText into)
    {
        into.Clear();
        into.Reserve(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80)
            {
                AddAscii(c, i, into);
                continue;
            }

            int units = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            int code = units == 2 ? char.ConvertToUtf32(c, text[i + 1]) : c;
            if (IsApostrophe(code))
            {
                // Left out as in the folded view.
            }
            else if (FoldTable.TryGet(code, out var entry))
            {
                bool changed = !ReferenceEquals(entry.Folded, entry.Skeleton);
                foreach (char s in entry.Skeleton)
                {
                    AddOne(char.IsWhiteSpace(s) ? ' ' : s, i, i + units, changed, into);
                }
            }
            else
            {
                for (int k = 0; k < units; k++)
                {
                    AddOne(text[i + k], i, i + units, false, into);
                }
            }

            i += units - 1;
        }
    }

    /// <summary>The characters that people type for an apostrophe.</summary>
    internal static bool IsApostrophe(int code) => code is '\'' or '`' or 0x2018 or 0x2019 or 0x201B or 0x02BC or 0x00B4;

    private static void AddAscii(char c, int at, ViewText into)
    {
        if (c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f')
        {
            AddOne(' ', at, at + 1, false, into);
        }
        else if (c > ' ' && c != 0x7F && !(IsApostrophe(c) && !(into.Length > 0 && char.IsAsciiDigit(into.Chars[^1]))))
        {
            into.Add(char.ToLowerInvariant(c), at, at + 1, false);
        }
    }

    private static void AddOne(char c, int start, int end, bool changed, ViewText into)
    {
        if (c != ' ' || into.Length == 0 || into.Chars[^1] != ' ')
        {
            into.Add(c, start, end, changed);
        }
    }
}
