using Spectre.Console;
using Spectre.Console.Rendering;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Lines of styled text that were laid out for a width. Spectre gives them the colours that the terminal can show.</summary>
internal sealed class Sheet(int width) : Renderable
{
    private readonly List<Segment> _segments = [];

    public int Width { get; } = width;

    /// <summary>The cell where the next text goes.</summary>
    public int Column { get; private set; }

    public Sheet Put(string text, Style? style = null)
    {
        string visible = VisibleText.Of(text);
        if (visible.Length > 0)
        {
            _segments.Add(new Segment(visible, style ?? Style.Plain));
            Column += CellWidth.Of(visible);
        }

        return this;
    }

    public Sheet To(int column) => column > Column ? Put(new string(' ', column - Column)) : this;

    public Sheet Line()
    {
        TrimEnd();
        _segments.Add(Segment.LineBreak);
        Column = 0;
        return this;
    }

    /// <summary>Puts words from the current column on, further lines under it, and ends the line.</summary>
    public Sheet Wrap(string text, Style? style = null)
    {
        int indent = Column;
        bool first = true;
        foreach (string line in TextWrapping.Lines(VisibleText.Of(text), Math.Max(8, Width - indent)))
        {
            if (!first)
            {
                Line().To(indent);
            }

            Put(line, style);
            first = false;
        }

        return Line();
    }

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(Width, Width);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => _segments;

    private void TrimEnd()
    {
        while (_segments.Count > 0 && !_segments[^1].IsLineBreak && _segments[^1].IsWhiteSpace && _segments[^1].Style.Equals(Style.Plain))
        {
            _segments.RemoveAt(_segments.Count - 1);
        }
    }
}
