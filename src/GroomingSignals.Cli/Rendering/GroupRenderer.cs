using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Cli.Rendering;

/// <summary>How the groups that the data names fare at the chosen thresholds.</summary>
internal static class GroupRenderer
{
    /// <summary>So many groups of a kind are shown; the rest is in the JSON and the report.</summary>
    private const int Shown = 12;

    public static void Write(Sheet sheet, ImmutableArray<FairnessFigure> figures)
    {
        Heading.Write(sheet, "groups");
        sheet.To(1).Wrap("at the chosen thresholds; small groups differ by chance");
        foreach (FairnessFigure figure in figures)
        {
            sheet.To(1).Put(figure.Dimension, Palette.Strong)
                .Wrap($": largest difference {Gap(figure.FalsePositiveRateGap, figure.FalsePositiveRateInterval)} in false alarms, {Gap(figure.FalseNegativeRateGap, figure.FalseNegativeRateInterval)} in missed cases");
            var columns = new Columns(1, 2, 3, 4);
            columns.Add(Head("GROUP"), Head("GROOMING"), Head("NOT"), Head("FALSE ALARMS"), Head("MISSED"));
            foreach (FairnessGroup group in figure.Groups.Take(Shown))
            {
                Confusion counts = group.Counts;
                columns.Add(
                    group.Group, Figures.Count(counts.TruePositives + counts.FalseNegatives), Figures.Count(counts.FalsePositives + counts.TrueNegatives),
                    Value(counts.FalsePositiveRate), Value(counts.FalseNegativeRate));
            }

            columns.WriteTo(sheet, 2);
            if (figure.Groups.Length > Shown)
            {
                sheet.To(2).Wrap($"{Figures.Count(figure.Groups.Length - Shown)} more: see --json or --report", Palette.Dim);
            }
        }
    }

    private static string Gap(double? gap, Interval? interval) => interval is null ? Value(gap) : $"{Value(gap)} ({Value(interval.Lower)}–{Value(interval.Upper)})";

    private static string Value(double? value) => value is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "undefined";

    private static Cell Head(string text) => new(text, Palette.Dim);
}
