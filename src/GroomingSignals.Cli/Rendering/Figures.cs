using System.Globalization;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Numbers as people read them, the same in every culture.</summary>
internal static class Figures
{
    public static string Risk(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

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

    public static string Bar(double share, int cells)
    {
        int full = Math.Clamp((int)Math.Round(share * cells, MidpointRounding.AwayFromZero), 0, cells);
        return new string('█', full) + new string('░', cells - full);
    }
}
