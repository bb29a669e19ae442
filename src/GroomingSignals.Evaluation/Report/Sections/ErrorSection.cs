using System.Collections.Immutable;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>The worst errors, as ids with what their scores are made of.</summary>
internal static class ErrorSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        if (result.FalseAlerts.IsEmpty && result.MissedCases.IsEmpty)
        {
            return;
        }

        page.Section("errors", "Worst errors");
        page.Paragraph("Conversations furthest on the wrong side of the threshold of their fold, by id: look them up where the data is kept. "
            + (result.Assessor is null ? "" : $"The lines are the largest of the ledger of “{result.Assessor}”, in log-odds."));
        Write(page, "Negatives that were alerted", result.FalseAlerts);
        Write(page, "Cases that were missed", result.MissedCases);
        page.EndSection();
    }

    private static void Write(Page page, string caption, ImmutableArray<WorstError> errors)
    {
        if (errors.IsEmpty)
        {
            return;
        }

        Table table = new(caption, "Conversation", "Largest lines", "Score", "Threshold", "Messages", "Fold") { Words = 1 };
        foreach (WorstError error in errors)
        {
            string lines = error.Contributions.IsEmpty
                ? "<span class=\"soft\">nothing was found</span>"
                : "<ul class=\"lines\">" + string.Concat(error.Contributions.Select(c => $"<li><code>{Html.Text(c.Name)}</code> {Numbers.Signed(c.Value)}</li>")) + "</ul>";
            string assumed = error.Assumptions.IsEmpty ? "" : $"<span class=\"range\">assumed: {Html.Text(string.Join(", ", error.Assumptions))}</span>";
            table.Markup(
                "", $"<code>{Html.Text(error.Id)}</code>", lines + assumed, Numbers.Short(error.Score), Numbers.Short(error.Threshold), Numbers.Whole(error.Messages), Numbers.Whole(error.Fold));
        }

        page.Raw("<div class=\"panel\">").Table(table).Raw("</div>");
    }
}
