using System.Globalization;
using GroomingSignals.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>Thresholds that a person can read, and that a policy file carries without loss.</summary>
internal static class RoundThreshold
{
    /// <summary>Risk 0.9999999, beyond which a policy's decimals no longer tell scores apart.</summary>
    internal const int Most = 16_000_000;

    /// <summary>The highest risk with the fewest digits, two at least, whose threshold lies above one value and not above another.</summary>
    /// <param name="below">What it must keep out, in millionths of log-odds.</param>
    /// <param name="value">What it must let in.</param>
    /// <returns>The threshold in millionths of log-odds; the value itself where no shorter number will do.</returns>
    public static int Between(int below, int value)
    {
        value = Math.Min(value, Most);
        decimal risk = Exact(value);
        decimal scale = 100;
        for (int digits = 2; digits <= 12; digits++, scale *= 10)
        {
            decimal rounded = decimal.Floor(risk * scale) / scale;
            if (rounded is > 0 and < 1 && LogOdds.FromRisk((double)rounded) is var micros && micros > below && micros <= value)
            {
                return micros;
            }
        }

        return value;
    }

    /// <summary>The shortest risk that a policy file turns into the same threshold.</summary>
    public static decimal Risk(int micros)
    {
        decimal risk = Exact(micros);
        for (int digits = 2; digits <= 20; digits++)
        {
            decimal rounded = decimal.Round(risk, digits);
            if (rounded is > 0 and < 1 && LogOdds.FromRisk((double)rounded) == micros)
            {
                return rounded;
            }
        }

        return risk;
    }

    /// <summary>All digits: the conversion of the language keeps fifteen.</summary>
    private static decimal Exact(int micros) =>
        decimal.Parse(LogOdds.ToRisk(micros).ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
