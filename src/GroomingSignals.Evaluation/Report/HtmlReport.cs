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
        page.Raw("<!DOCTYPE html>").Raw("<html lang=\"en\">").Raw("<head>").Raw("<meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">")
            .Raw($"<title>{Html.Text(title)}</title>")
            .Raw($"<style>{Asset("uPlot.min.css")}</style>").Raw($"<style>\n{Asset("report.css")}</style>").Raw("</head>").Raw("<body>");
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
        page.Raw("<footer><p>A score is a reason to look, never a verdict. GroomingSignals recommends a queue; a trained person decides.</p></footer>");
        page.Raw($"<!-- uPlot draws the plots.\n{Asset("uPlot.LICENSE.txt")}\n-->").Raw($"<script>{Asset("uPlot.iife.min.js")}</script>").Raw($"<script>\n{Asset("report.js")}</script>").Raw("</body>").Raw("</html>");
        return page.ToString();
    }

    private static string Asset(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report/" + name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
