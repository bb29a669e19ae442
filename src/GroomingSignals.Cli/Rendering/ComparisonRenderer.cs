using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Evaluation.Comparison;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Two classifiers, metric by metric: the difference with its interval, and how often the first is better.</summary>
internal static class ComparisonRenderer
{
    private const int FewIds = 5;

    public static Sheet Render(ScoreComparison comparison, int width)
    {
        Sheet sheet = Heading.Write(new Sheet(width), "comparison");
        sheet.To(1).Put("A  ", Palette.Dim).Wrap(comparison.NameA);
        sheet.To(1).Put("B  ", Palette.Dim).Wrap(comparison.NameB);
        sheet.To(1).Wrap($"{Figures.Counted(comparison.Positives + comparison.Negatives, "conversation")} in both: {Figures.Count(comparison.Positives)} grooming, {Figures.Count(comparison.Negatives)} not").Line();
        var columns = new Columns(1, 2, 3, 5);
        columns.Add(Head("METRIC"), Head("A"), Head("B"), Head("A - B"), Head("95 % INTERVAL"), Head("A BETTER"));
        foreach (MetricComparison metric in comparison.Metrics.Where(m => m.A is not null || m.B is not null))
        {
            columns.Add(
                MetricCatalogue.Find(metric.Metric).Name,
                Value(metric.A),
                Value(metric.B),
                metric.Difference is { } d ? d.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture) : "-",
                metric.Interval is { } i ? $"{Signed(i.Lower)} – {Signed(i.Upper)}" : "",
                metric.ShareABetter is { } share ? (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-");
        }

        columns.WriteTo(sheet, 1);
        sheet.To(1).Wrap("the same resamples for both; A better: the share of resamples in which it is, equal ones as half", Palette.Dim);
        Note(sheet, "only in A", comparison.OnlyInA, "not counted");
        Note(sheet, "only in B", comparison.OnlyInB, "not counted");
        Note(sheet, "other labels", comparison.DifferentLabels, "not counted");
        Note(sheet, "other folds", comparison.DifferentFolds, "the two were not trained on the same conversations: the comparison is not fair");
        if (comparison is { Positives: > 0 } or { Negatives: > 0 } && Foldless(comparison) is { } who)
        {
            sheet.To(1).Put("folds  ", Palette.Warning).Wrap($"{who} no folds: whether both were trained on the same conversations cannot be checked");
        }

        return sheet;
    }

    private static string? Foldless(ScoreComparison comparison) => (comparison.HasFoldsA, comparison.HasFoldsB) switch
    {
        (true, true) => null,
        (true, false) => "B has",
        (false, true) => "A has",
        _ => "A and B have",
    };

    private static void Note(Sheet sheet, string what, ImmutableArray<string> ids, string meaning)
    {
        if (ids.Length > 0)
        {
            string shown = string.Join(", ", ids.Take(FewIds)) + (ids.Length > FewIds ? ", …" : "");
            sheet.To(1).Put($"{what}  ", Palette.Warning).Wrap($"{Figures.Count(ids.Length)} ({shown}): {meaning}");
        }
    }

    private static string Value(double? value) => value is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "undefined";

    private static string Signed(double value) => value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static Cell Head(string text) => new(text, Palette.Dim);
}
