using System.Text;
using GroomingSignals.Evaluation.Report.Sections;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report;

/// <summary>
/// An evaluation as one HTML file that needs no network: figures with intervals first, then plots with their tables, then what the figures do not
/// show. Light and dark, for the screen and for paper. It holds no message text, and the same evaluation gives the same bytes.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the report as UTF-8.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="result">The evaluation.</param>
    public static void Write(Stream stream, EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(new UTF8Encoding(false).GetBytes(ToHtml(result)));
    }

    /// <summary>Gives the report as text.</summary>
    /// <param name="result">The evaluation.</param>
    public static string ToHtml(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Page page = new();
        string title = $"Evaluation: {result.Name}";
        ReportShell.Begin(page, title);
        HeaderSection.Write(page, result);
        page.Raw("<main>");
        HeaderSection.WriteBanner(page, result);
        HeadlineSection.Write(page, result);
        SeveritySection.Write(page, result);
        PlatformSection.Write(page, result);
        PlotSection.Write(page, result);
        ComparisonSection.Write(page, result);
        MetricsSection.Write(page, result);
        FairnessSection.Write(page, result);
        TacticSection.Write(page, result);
        ErrorSection.Write(page, result);
        DataSection.Write(page, result);
        LimitsSection.Write(page, result);
        OriginSection.Write(page, result);
        page.Raw("</main>");
        ReportShell.End(page);
        return page.ToString();
    }
}
