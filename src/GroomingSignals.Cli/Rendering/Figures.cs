using System.Globalization;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Figures
{
    public static string Risk(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A probability to three digits; one that is nearer to 0 or 1 than those can say, to two that say something: 0.0000097, 0.99988.</summary>
    public static string Probability(double value)
    {
        double distance = Math.Min(value, 1 - value);
        if (!(distance > 0) || distance >= 0.001)
        {
            return Risk(value);
        }

        int digits = Math.Min(1 - (int)Math.Floor(Math.Log10(distance)), 15);
        return value.ToString(string.Create(CultureInfo.InvariantCulture, $"F{digits}"), CultureInfo.InvariantCulture);
    }

    /// <summary>Log-odds with a sign: three digits, up to six where the value has them.</summary>
    public static string Points(decimal value) => value.ToString("+0.000###;-0.000###;0.000", CultureInfo.InvariantCulture);

    /// <summary>Log-odds with a sign, to three digits: for lists that nobody adds up. The ledger shows every digit.</summary>
    public static string RoundedPoints(decimal value) => value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    /// <summary>A format that shows all of the values exactly and their points under each other.</summary>
    public static Func<decimal, string> Aligned(IEnumerable<decimal> values) =>
        values.All(v => decimal.Round(v, 3) == v)
            ? Points
            : v => v.ToString("+0.000000;-0.000000;0.000000", CultureInfo.InvariantCulture);

    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Counted(long value, string one, string? many = null) => $"{Count(value)} {(value == 1 ? one : many ?? one + "s")}";

    public static string Bytes(long value) => value switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{value} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.0} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value / 1e9:0.00} GB"),
    };

    /// <summary>A share as whole percent, rounded down: nothing is done before it is done.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0} %");

    /// <summary>A length of time to the second, minute or hour, whichever people would say.</summary>
    public static string Duration(TimeSpan time) => time.TotalSeconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
        : time.TotalMinutes < 90 ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.0} h");

    public static string Bar(double share, int cells)
    {
        int full = Math.Clamp((int)Math.Round(share * cells, MidpointRounding.AwayFromZero), 0, cells);
        return new string('█', full) + new string('░', cells - full);
    }
}
