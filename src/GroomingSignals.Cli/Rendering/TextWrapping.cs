namespace GroomingSignals.Cli.Rendering;

/// <summary>Breaks text at spaces, and words that are too long for a line inside.</summary>
internal static class TextWrapping
{
    public static IEnumerable<string> Lines(string text, int cells)
    {
        string line = "";
        int used = 0;
        foreach (string item in text.Split(' '))
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
                yield return word[..end];
                word = word[end..];
                width = CellWidth.Of(word);
            }

            line = word;
            used = width;
        }

        yield return line;
    }
}
