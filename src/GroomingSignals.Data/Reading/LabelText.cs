namespace GroomingSignals.Data.Reading;

/// <summary>A label as text, in JSON and CSV alike.</summary>
internal static class LabelText
{
    /// <summary>Takes 0 and 1 (with zeros after a point too, as data frames with gaps write them) and true and false in any case.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out bool label)
    {
        label = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        if (label || text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        label = text.StartsWith('1');
        bool isDigit = label || text.StartsWith('0');
        return isDigit && (text.Length == 1 || (text.Length > 2 && text[1] == '.' && text[2..].IndexOfAnyExcept('0') < 0));
    }

    /// <summary>Why a text is no label.</summary>
    public static string Refusal(string text) => $"{Quoted.Of(text)} is not a label (0 or 1, true or false)";
}
