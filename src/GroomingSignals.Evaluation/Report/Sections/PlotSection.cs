using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>The plots.</summary>
internal static class PlotSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        Plot[] plots = [.. RankingPlots.Of(result), .. ScorePlots.Of(result)];
        if (plots.Length == 0)
        {
            return;
        }

        page.Section("curves", "Curves").Raw("<div class=\"plots\">");
        foreach (Plot plot in plots)
        {
            plot.Write(page);
        }

        page.Raw("</div>");
        page.Raw("<noscript><p class=\"soft\">Without scripts the plots are not drawn; the tables under them hold the same figures.</p></noscript>");
        page.EndSection();
    }
}
