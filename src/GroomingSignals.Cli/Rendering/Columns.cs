namespace GroomingSignals.Cli.Rendering;

/// <summary>Rows with aligned columns. When they are wider than the sheet, the widest column wraps; a number in a column that is aligned to the right never breaks.</summary>
internal sealed class Columns(params int[] rightAligned)
{
    private const int Gap = 2;
    private const int Narrowest = 6;
    private readonly List<(Cell[] Cells, Action<Sheet>? After)> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    public void Add(params Cell[] cells) => _rows.Add((cells, null));

    /// <summary>Adds a row, and what is written under it.</summary>
    public void AddWithDetail(Action<Sheet> detail, params Cell[] cells) => _rows.Add((cells, detail));

    public void WriteTo(Sheet sheet, int indent)
    {
        int[] widths = Widths(sheet.Width - indent);
        foreach ((Cell[] cells, Action<Sheet>? after) in _rows)
        {
            WriteRow(sheet, indent, cells, widths);
            after?.Invoke(sheet);
        }
    }

    private void WriteRow(Sheet sheet, int indent, Cell[] cells, int[] widths)
    {
        string[][] lines = new string[cells.Length][];
        int height = 1;
        for (int c = 0; c < cells.Length; c++)
        {
            lines[c] = cells[c].Width <= widths[c] ? [cells[c].Text] : [.. TextWrapping.Lines(cells[c].Text, widths[c])];
            height = Math.Max(height, lines[c].Length);
        }

        for (int l = 0; l < height; l++)
        {
            int column = Math.Max(indent, l == 0 ? sheet.Column : 0);
            for (int c = 0; c < cells.Length; c++)
            {
                string text = l < lines[c].Length ? lines[c][l] : "";
                int pad = Array.IndexOf(rightAligned, c) >= 0 ? widths[c] - CellWidth.Of(text) : 0;
                sheet.To(column + pad).Put(text, cells[c].Style);
                column += widths[c] + Gap;
            }

            sheet.Line();
        }
    }

    private int[] Widths(int available)
    {
        int count = _rows.Count == 0 ? 0 : _rows.Max(r => r.Cells.Length);
        int[] widths = new int[count];
        int[] narrowest = new int[count];
        Array.Fill(narrowest, Narrowest);
        foreach ((Cell[] cells, _) in _rows)
        {
            for (int c = 0; c < cells.Length; c++)
            {
                widths[c] = Math.Max(widths[c], cells[c].Width);
                narrowest[c] = Array.IndexOf(rightAligned, c) >= 0 ? Math.Max(narrowest[c], TextWrapping.Narrowest(cells[c].Text)) : narrowest[c];
            }
        }

        for (int over = widths.Sum() + (Gap * (count - 1)) - available; over > 0; over--)
        {
            int widest = -1;
            for (int c = 0; c < count; c++)
            {
                widest = widths[c] > narrowest[c] && (widest < 0 || widths[c] > widths[widest]) ? c : widest;
            }

            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }
}
