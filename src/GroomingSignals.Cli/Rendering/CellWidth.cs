using Spectre.Console.Rendering;

namespace GroomingSignals.Cli.Rendering;

/// <summary>How many cells of a terminal a text takes.</summary>
internal static class CellWidth
{
    public static int Of(string text) => System.Text.Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>The longest beginning that fits: at least one code point, so that cutting always gets on.</summary>
    public static int Fit(string text, int cells)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return Math.Clamp(cells, 1, text.Length);
        }

        int end = Step(text, 0);
        while (end < text.Length && Of(text[..Step(text, end)]) <= cells)
        {
            end = Step(text, end);
        }

        return end;
    }

    private static int Step(string text, int at) =>
        at + 1 < text.Length && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]) ? at + 2 : at + 1;
}
