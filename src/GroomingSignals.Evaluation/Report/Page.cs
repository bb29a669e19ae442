using System.Text;

namespace GroomingSignals.Evaluation.Report;

/// <summary>The page that is being written.</summary>
internal sealed class Page
{
    private readonly StringBuilder _html = new();

    /// <summary>Writes markup as it is.</summary>
    public Page Raw(string markup)
    {
        _html.Append(markup).Append('\n');
        return this;
    }

    /// <summary>Begins a section with a heading.</summary>
    public Page Section(string id, string heading) => Raw($"<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{Html.Text(heading)}</h2>");

    public Page EndSection() => Raw("</section>");

    public Page Paragraph(string text) => Raw($"<p>{Html.Text(text)}</p>");

    public Page Soft(string text) => Raw($"<p class=\"soft\">{Html.Text(text)}</p>");

    /// <summary>Writes a table.</summary>
    public Page Table(Table table) => Raw(table.ToHtml());

    public override string ToString() => _html.ToString();
}
