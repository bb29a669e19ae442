using Spectre.Console;

namespace GroomingSignals.Cli.Rendering;

/// <summary>A text of a table, and how it looks.</summary>
internal readonly record struct Cell
{
    public Cell(string text, Style? style = null)
    {
        Text = VisibleText.Of(text);
        Style = style ?? Style.Plain;
        Width = CellWidth.Of(Text);
    }

    public string Text { get; }

    public Style Style { get; }

    public int Width { get; }

    public static implicit operator Cell(string text) => new(text);
}
