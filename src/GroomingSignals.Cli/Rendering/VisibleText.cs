using System.Globalization;
using System.Text;

namespace GroomingSignals.Cli.Rendering;

/// <summary>
/// Makes text from outside safe for a terminal: controls, invisible and bidirectional characters and lone surrogates are written out,
/// so that an id or a quoted message can neither steer the terminal nor hide what it holds.
/// </summary>
internal static class VisibleText
{
    public static string Of(string text)
    {
        int first = FirstHidden(text);
        if (first < 0)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16);
        builder.Append(text, 0, first);
        for (int i = first; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                Append(builder, char.ConvertToUtf32(text[i], text[i + 1]), IsHidden(CharUnicodeInfo.GetUnicodeCategory(text, i)));
                i++;
            }
            else
            {
                Append(builder, text[i], IsHidden(text[i]));
            }
        }

        return builder.ToString();
    }

    private static void Append(StringBuilder builder, int codePoint, bool hidden)
    {
        if (hidden)
        {
            builder.Append(CultureInfo.InvariantCulture, $"\\u{{{codePoint:X4}}}");
        }
        else if (codePoint > char.MaxValue)
        {
            builder.Append(char.ConvertFromUtf32(codePoint));
        }
        else
        {
            builder.Append((char)codePoint);
        }
    }

    private static int FirstHidden(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and <= '~')
            {
                continue;
            }

            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (IsHidden(CharUnicodeInfo.GetUnicodeCategory(text, i)))
                {
                    return i;
                }

                i++;
            }
            else if (IsHidden(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsHidden(char c) => IsHidden(CharUnicodeInfo.GetUnicodeCategory(c));

    private static bool IsHidden(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;
}
