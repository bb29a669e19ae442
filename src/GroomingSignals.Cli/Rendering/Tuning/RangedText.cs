using System.Globalization;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.OperatingPoints.Figures;

namespace GroomingSignals.Cli.Rendering.Tuning;

/// <summary>Figures of operating points as people read them: the value, and its interval for the line below.</summary>
internal static class RangedText
{
    public static string Share(double? value) => Or(value, v => v.ToString("0.000", CultureInfo.InvariantCulture));

    /// <summary>In percent, to as many digits as rates of one in ten thousand need.</summary>
    public static string Percent(double? value) => Or(value, v => PercentNumber(v) + " %");

    public static string Count(double? value) => Or(value, v => v.ToString(v < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture));

    public static string Shares(Ranged figure) => Interval(figure.Interval, i => $"{Share(i.Lower)}–{Share(i.Upper)}");

    /// <summary>To two digits, where there is little room.</summary>
    public static string ShortShares(Ranged figure) => Interval(figure.Interval, i => string.Create(CultureInfo.InvariantCulture, $"{i.Lower:0.00}–{i.Upper:0.00}"));

    public static string Percents(Ranged figure) => Interval(figure.Interval, i => $"{PercentNumber(i.Lower)}–{Percent(i.Upper)}");

    public static string Counts(Ranged figure) => Interval(figure.Interval, i => $"{Count(i.Lower)}–{Count(i.Upper)}");

    private static string PercentNumber(double share) => (share * 100).ToString(share switch
    {
        >= 0.1 => "#,0",
        >= 0.01 => "0.0",
        >= 0.001 => "0.##",
        >= 0.0001 => "0.0##",
        _ => "0.####",
    }, CultureInfo.InvariantCulture);

    private static string Or(double? value, Func<double, string> text) => value is { } known ? text(known) : "undefined";

    private static string Interval(Interval? interval, Func<Interval, string> text) => interval is null ? "" : text(interval);
}
