using System.Globalization;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Report;

/// <summary>Numbers as the report shows them: the same in every culture, and a dash for what is undefined.</summary>
internal static class Numbers
{
    /// <summary>Of all intervals; the space does not break.</summary>
    public const string Confidence = "95\u00a0%";

    public const string Undefined = "–";

    public static string Figure(double? value) => value is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : Undefined;

    /// <summary>Three significant digits.</summary>
    public static string Short(double? value)
    {
        if (value is not { } number || !double.IsFinite(number))
        {
            return value is null ? Undefined : value > 0 ? "∞" : "−∞";
        }

        double size = Math.Abs(number);
        return size switch
        {
            0 => "0",
            >= 100 => number.ToString("#,0", CultureInfo.InvariantCulture),
            >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
            >= 0.001 => number.ToString("0.###", CultureInfo.InvariantCulture),
            _ => number.ToString("0.0e+0", CultureInfo.InvariantCulture),
        };
    }

    public static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Percent(double? value) => value is { } share
        ? (share * 100).ToString(share is > 0 and < 0.01 ? "0.##" : "0.#", CultureInfo.InvariantCulture) + "\u00a0%"
        : Undefined;

    public static string Range(Interval? interval) => interval is null ? "no interval" : $"{Figure(interval.Lower)} to {Figure(interval.Upper)}";

    /// <summary>A share of one in so many.</summary>
    public static string OneIn(double share) => "1 in " + Math.Round(1 / share).ToString("#,0", CultureInfo.InvariantCulture);

    public static string Signed(decimal value) => value.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);
}
