using System.Text;

namespace GroomingSignals.Evaluation.Report;

/// <summary>What every report has round its sections: styles, scripts, and a policy that forbids every request.</summary>
internal static class ReportShell
{
    public static void Begin(Page page, string title)
    {
        page.Raw("<!DOCTYPE html>").Raw("<html lang=\"en\">").Raw("<head>").Raw("<meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">")
            .Raw($"<title>{Html.Text(title)}</title>")
            .Raw($"<style>{Asset("uPlot.min.css")}</style>").Raw($"<style>\n{Asset("report.css")}</style>").Raw("</head>").Raw("<body>");
    }

    public static void End(Page page)
    {
        page.Raw("<footer><p>A score is a reason to look, never a verdict. GroomingSignals recommends a queue; a trained person decides.</p></footer>");
        page.Raw($"<!-- uPlot draws the plots.\n{Asset("uPlot.LICENSE.txt")}\n-->").Raw($"<script>{Asset("uPlot.iife.min.js")}</script>").Raw($"<script>\n{Asset("report.js")}</script>").Raw("</body>").Raw("</html>");
    }

    private static string Asset(string name)
    {
        using Stream stream = typeof(ReportShell).Assembly.GetManifestResourceStream("report/" + name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
