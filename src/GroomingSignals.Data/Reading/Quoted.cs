namespace GroomingSignals.Data.Reading;

/// <summary>Ids and names as error reasons show them: short, and without signs that would disturb a terminal.</summary>
internal static class Quoted
{
    private const int Longest = 64;

    public static string Of(string value)
    {
        ReadOnlySpan<char> shown = value.AsSpan(0, Math.Min(value.Length, Longest));
        string clean = string.Create(shown.Length, value, static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = IsPlain(source[i]) ? source[i] : '?';
            }
        });
        return value.Length > Longest ? $"\"{clean}...\"" : $"\"{clean}\"";
    }

    // Format characters are bidirectional controls and the like; surrogates may be lone.
    private static bool IsPlain(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c)
        && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
}
