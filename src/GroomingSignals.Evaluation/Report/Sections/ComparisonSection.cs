using System.Globalization;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>What was evaluated beside ablations, matched parts and baselines.</summary>
internal static class ComparisonSection
{
    private static readonly string[] Metrics = ["average-precision", "best-f1", "recall-at-fpr-1e-2", "recall-at-fpr-1e-3", "roc-auc", "f-latency"];

    public static void Write(Page page, EvaluationResult result)
    {
        page.Section("ablations", "Beside ablations and baselines");
        page.Paragraph("The same folds throughout. Length-matched and participant-matched lines are the evaluated scorer on a part of the data in which that property no longer tells the classes apart, in the same proportion of classes; if a figure falls there, some of it was the corpus. “Length only” reads no text at all.");
        Table table = new($"Figures with {Numbers.Confidence} intervals; the line is average precision from 0 to 1", ["Scorer", "Cases / negatives", "From 0 to 1", .. Metrics.Select(m => MetricCatalogue.Find(m).Name)]);
        foreach (ScorerFigures figures in result.Others.Prepend(result.Headline))
        {
            string name = figures.Kind == FigureKind.Matched ? $"{result.Name}, {figures.Name}" : figures.Name;
            table.Markup(
                figures.Kind == FigureKind.Headline ? "main" : "",
                [Html.Text(name), $"{Numbers.Whole(figures.Positives)} / {Numbers.Whole(figures.Negatives)}", Bar(figures["average-precision"]), .. Metrics.Select(m => Cell(figures[m]))]);
        }

        page.Raw("<div class=\"panel\">").Table(table).Raw("</div>");
        page.EndSection();
    }

    public static string Cell(Estimate estimate) => estimate.Value is null
        ? Numbers.Undefined
        : Numbers.Figure(estimate.Value) + (estimate.Interval is { } interval ? $"<span class=\"range\">{Numbers.Figure(interval.Lower)}–{Numbers.Figure(interval.Upper)}</span>" : "");

    private static string Bar(Estimate estimate)
    {
        if (estimate.Value is not { } value)
        {
            return "";
        }

        Interval interval = estimate.Interval ?? new Interval(value, value);
        return string.Create(CultureInfo.InvariantCulture, $"<span class=\"bar\" aria-hidden=\"true\"><i style=\"left:{100 * interval.Lower:0.#}%;width:{100 * (interval.Upper - interval.Lower):0.#}%\"></i><b style=\"left:{100 * value:0.#}%\"></b></span>");
    }
}
