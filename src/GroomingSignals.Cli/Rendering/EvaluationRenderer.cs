using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Cli.Rendering;

/// <summary>The figures of an evaluation: each with its interval, what they would mean on a platform, and what they are held against.</summary>
internal static class EvaluationRenderer
{
    private static readonly string[] Compared = ["average-precision", "best-f1", "recall-at-fpr-1e-3"];

    public static Sheet Render(EvaluationResult result, int width)
    {
        Sheet sheet = Heading.Write(new Sheet(width), "evaluation");
        ScorerFigures headline = result.Headline;
        string how = result.IsCrossValidation
            ? $"trained anew for each of {Figures.Count(result.Options.Folds)} folds and measured on the part that it had not seen"
            : "measured as it is";
        sheet.To(1).Put(result.Name, Palette.Strong).Wrap($": {how}; {Figures.Count(headline.Positives)} grooming, {Figures.Count(headline.Negatives)} not, seed {result.Options.Seed.ToString(CultureInfo.InvariantCulture)}").Line();
        Headline(sheet, headline);
        sheet.Line();
        if (result.Severities.Length > 0)
        {
            Severities(sheet, result);
            sheet.Line();
        }

        Platform(sheet, result);
        if (result.Fairness.Length > 0)
        {
            GroupRenderer.Write(sheet, result.Fairness);
            sheet.Line();
        }

        if (result.Others.Length > 0)
        {
            Others(sheet, result);
        }

        foreach (DataWarning warning in result.Warnings.Where(w => !result.Check.Warnings.Contains(w)))
        {
            Warning(sheet, warning);
        }

        return sheet.Line();
    }

    public static void Warning(Sheet sheet, DataWarning warning) =>
        sheet.To(1).Put($"warning {warning.Id}", Palette.Warning).Line().To(3).Wrap(warning.Detail);

    private static void Headline(Sheet sheet, ScorerFigures headline)
    {
        var columns = new Columns(1);
        columns.Add(Head("METRIC"), Head("VALUE"), Head("95 % INTERVAL"));
        foreach (Estimate estimate in headline.Estimates)
        {
            columns.Add(MetricCatalogue.Find(estimate.Metric).Name, Value(estimate.Value), Interval(estimate.Interval));
        }

        columns.WriteTo(sheet, 1);
    }

    private static void Severities(Sheet sheet, EvaluationResult result)
    {
        Heading.Write(sheet, "severities");
        sheet.To(1).Wrap("conversations that reach a severity, as analyze gives it");
        var columns = new Columns(3);
        columns.Add(Head("SEVERITY"), Head("FALSE ALARMS"), Head("RECALL"), Head("ALERTS PER MILLION"));
        foreach (SeverityFigure figure in result.Severities)
        {
            columns.Add(
                AssessmentJson.Name(figure.Severity),
                FalseAlarms(figure),
                Rate(figure.Counts.Recall, figure.RecallInterval),
                figure.AlertsPerMillion is { } alerts ? (figure.IsUpperBound ? "≤ " : "") + Figures.Count((long)Math.Round(alerts)) : "undefined");
        }

        columns.WriteTo(sheet, 1);
        sheet.To(1).Wrap("in brackets the exact 95 % interval (Clopper-Pearson); ≤: no negative got there, so the upper end is taken", Palette.Dim);
    }

    /// <summary>In percent: at rates of one in a thousand three decimals would show nothing.</summary>
    private static string FalseAlarms(SeverityFigure figure) => figure is { Counts.FalsePositiveRate: { } rate, FalsePositiveRateInterval: { } interval }
        ? $"{Percent(rate)} ({PercentNumber(interval.Lower)}–{Percent(interval.Upper)})"
        : Value(null);

    private static string Rate(double? value, Interval? interval) => interval is null
        ? Value(value)
        : $"{Value(value)} ({Value(interval.Lower)}–{Value(interval.Upper)})";

    private static void Platform(Sheet sheet, EvaluationResult result)
    {
        Heading.Write(sheet, "on a platform");
        string prevalence = result.Options.Prevalence.ToString("0.##########", CultureInfo.InvariantCulture);
        sheet.To(1).Wrap($"if {prevalence} of all conversations are grooming (--prevalence)");
        if (result.OperatingPoints.Length == 0)
        {
            sheet.To(1).Put("undefined: one class is missing", Palette.Dim).Line().Line();
            return;
        }

        var columns = new Columns(1, 2, 3, 4, 5);
        columns.Add(Head("THRESHOLD"), Head("FALSE ALARMS"), Head("RECALL"), Head("ALERTS PER MILLION"), Head("FOR EACH CASE"), Head("RIGHT"));
        foreach (OperatingPoint point in result.OperatingPoints)
        {
            columns.Add(
                point.Name,
                (point.IsUpperBound ? "≤ " : "") + Percent(point.FalsePositiveRate),
                Value(point.Recall),
                (point.IsUpperBound ? "≤ " : "") + Figures.Count((long)Math.Round(point.AlertsPerMillion)),
                point.AlertsPerTrueCase is { } alerts ? (point.IsUpperBound ? "≤ " : "") + alerts.ToString("#,0.0", CultureInfo.InvariantCulture) : "-",
                point.PositivePredictiveValue is { } share ? (point.IsUpperBound ? "≥ " : "") + Percent(share) : "-");
        }

        columns.WriteTo(sheet, 1);
        sheet.To(1).Wrap($"chosen: the threshold of each fold with the best F1 on the other folds, at this data's share of cases ({Percent((double)result.Headline.Positives / (result.Headline.Positives + result.Headline.Negatives))}); ≤ and ≥: no negative was alerted, so 3 / negatives is taken, the one-sided 95 % bound", Palette.Dim);
        if (!result.IsCrossValidation)
        {
            sheet.To(1).Wrap("folds: the scorer is finished and learns nothing here; they only keep a threshold from being chosen on the conversations that it is measured on", Palette.Dim);
        }

        sheet.Line();
    }

    private static void Others(Sheet sheet, EvaluationResult result)
    {
        Heading.Write(sheet, "held against");
        var columns = new Columns(1, 2);
        columns.Add([Head("SCORER"), Head("GROOMING"), Head("NOT"), .. Compared.Select(m => Head(MetricCatalogue.Find(m).Name.ToUpperInvariant().Replace("1E-", "1e-", StringComparison.Ordinal)))]);
        foreach (ScorerFigures figures in result.Others.Prepend(result.Headline))
        {
            columns.Add(
            [
                new Cell(figures.Name, figures.Kind == FigureKind.Headline ? Palette.Strong : Spectre.Console.Style.Plain),
                Figures.Count(figures.Positives),
                Figures.Count(figures.Negatives),
                .. Compared.Select(m => (Cell)Short(figures[m])),
            ]);
        }

        columns.WriteTo(sheet, 1);
    }

    private static string Short(Estimate estimate) => estimate.Interval is { } interval
        ? $"{Value(estimate.Value)} ({Value(interval.Lower)}–{Value(interval.Upper)})"
        : Value(estimate.Value);

    private static string Value(double? value) => value is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "undefined";

    private static string Interval(Interval? interval) => interval is null ? "" : $"{Value(interval.Lower)} – {Value(interval.Upper)}";

    private static string Percent(double share) => PercentNumber(share) + " %";

    private static string PercentNumber(double share) => (share * 100).ToString(share < 0.01 ? "0.####" : "0.0", CultureInfo.InvariantCulture);

    private static Cell Head(string text) => new(text, Palette.Dim);
}
