namespace GroomingSignals.Cli.Rendering;

/// <summary>Breaks text at spaces, and words that are too long for a line inside: a range of numbers after its dash. A percent sign stays with its number.</summary>
internal static class TextWrapping
{
    private const char Dash = '–';

    /// <summary>The width below which a number would break.</summary>
    public static int Narrowest(string text) => Words(text).SelectMany(Parts).Max(CellWidth.Of);

    public static IEnumerable<string> Lines(string text, int cells)
    {
        string line = "";
        int used = 0;
        foreach (string item in Words(text))
        {
            string word = item;
            int width = CellWidth.Of(word);
            if (used > 0 && used + 1 + width <= cells)
            {
                line += " " + word;
                used += 1 + width;
                continue;
            }

            if (used > 0)
            {
                yield return line;
            }

            while (width > cells)
            {
                int end = CellWidth.Fit(word, cells);
                int dash = word.AsSpan(0, end).LastIndexOf(Dash);
                end = dash > 0 ? dash + 1 : end;
                yield return word[..end];
                word = word[end..];
                width = CellWidth.Of(word);
            }

            line = word;
            used = width;
        }

        yield return line;
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        foreach (string item in text.Split(' '))
        {
            if (words.Count > 0 && words[^1].Length > 0 && char.IsAsciiDigit(words[^1][^1]) && item.StartsWith('%'))
            {
                words[^1] += " " + item;
            }
            else
            {
                words.Add(item);
            }
        }

        return words;
    }

    private static IEnumerable<string> Parts(string word)
    {
        int dash = word.IndexOf(Dash, StringComparison.Ordinal);
        return dash > 0 && dash < word.Length - 1 ? [word[..(dash + 1)], word[(dash + 1)..]] : [word];
    }
}
