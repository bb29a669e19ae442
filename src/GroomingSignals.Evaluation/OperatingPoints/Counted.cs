using System.Globalization;

namespace GroomingSignals.Evaluation.OperatingPoints;

/// <summary>A count with its noun, one or many.</summary>
internal static class Counted
{
    public static string Of(double count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0.##} {one}{(count == 1 ? "" : "s")}");
}
