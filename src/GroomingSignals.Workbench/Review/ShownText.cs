using System.Globalization;
using System.Text;

namespace GroomingSignals.Workbench.Review;

/// <summary>Makes text safe to look at: what is invisible, steers the direction of writing or is half a character is written out, so that nothing hides.</summary>
internal static class ShownText
{
    private const int ZeroWidthJoiner = 0x200D;

    public static string Of(ReadOnlySpan<char> text)
    {
        StringBuilder shown = new(text.Length);
        while (text.Length > 0)
        {
            bool whole = Rune.DecodeFromUtf16(text, out Rune rune, out int used) == System.Buffers.OperationStatus.Done;
            if (whole && !IsHidden(rune))
            {
                shown.Append(text[..used]);
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{(whole ? rune.Value : text[0]):X4}}}");
            }

            text = text[used..];
        }

        return shown.ToString();
    }

    private static bool IsHidden(Rune rune) => rune.Value is not ('\n' or '\t' or ZeroWidthJoiner) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
