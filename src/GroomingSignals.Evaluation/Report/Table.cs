using System.Text;

namespace GroomingSignals.Evaluation.Report;

/// <summary>A table with a caption, headed columns and headed rows.</summary>
/// <param name="caption">What it shows.</param>
/// <param name="columns">The headings.</param>
internal sealed class Table(string caption, params string[] columns)
{
    private readonly StringBuilder _rows = new();

    /// <summary>The column, from 0, that holds words and is set to the left; none when negative.</summary>
    public int Words { get; init; } = -1;

    /// <summary>Adds a row of text; the first cell heads it.</summary>
    public void Row(params string[] cells) => Markup("", [.. cells.Select(Html.Text)]);

    /// <summary>Adds a row of markup.</summary>
    /// <param name="style">The class of the row; empty for none.</param>
    /// <param name="cells">The cells, escaped by the caller.</param>
    public void Markup(string style, params string[] cells)
    {
        _rows.Append(style.Length > 0 ? $"<tr class=\"{style}\">" : "<tr>").Append("<th scope=\"row\">").Append(cells[0]).Append("</th>");
        for (int i = 1; i < cells.Length; i++)
        {
            _rows.Append(i == Words ? "<td class=\"words\">" : "<td>").Append(cells[i]).Append("</td>");
        }

        _rows.Append("</tr>\n");
    }

    public string ToHtml()
    {
        StringBuilder html = new();
        html.Append("<div class=\"scroll\" tabindex=\"0\"><table><caption>").Append(Html.Text(caption)).Append("</caption><thead><tr>");
        for (int i = 0; i < columns.Length; i++)
        {
            html.Append(i == Words ? "<th scope=\"col\" class=\"words\">" : "<th scope=\"col\">").Append(Html.Text(columns[i])).Append("</th>");
        }

        return html.Append("</tr></thead><tbody>\n").Append(_rows).Append("</tbody></table></div>").ToString();
    }
}
