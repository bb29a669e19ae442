namespace GroomingSignals.Scoring;

/// <summary>Between millionths of log-odds and risk.</summary>
internal static class LogOdds
{
    private const double Million = 1_000_000;

    /// <summary>The logistic function: risk in (0, 1).</summary>
    public static double ToRisk(int micros) => 1 / (1 + Math.Exp(-micros / Million));

    /// <summary>The logit, rounded to a millionth: thresholds are compared as whole numbers.</summary>
    public static int FromRisk(double risk) => (int)Math.Round(Math.Log(risk / (1 - risk)) * Million, MidpointRounding.ToEven);

    /// <summary>The exact decimal of whole millionths, without trailing zeros.</summary>
    public static decimal ToDecimal(long micros) => new decimal(micros) / 1_000_000m;
}
