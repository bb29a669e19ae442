namespace GroomingSignals.Scoring.Classifier;

/// <summary>logistic(slope × score + intercept) (Platt 1999, "Probabilistic outputs for support vector machines").</summary>
/// <param name="Slope">At least 0.</param>
/// <param name="Intercept">In log-odds.</param>
internal sealed record PlattCalibrator(double Slope, double Intercept) : Calibrator
{
    public override string Name => "platt";

    public override string? Fault() => !double.IsFinite(Slope) || !double.IsFinite(Intercept) ? "a number is not finite" : Slope < 0 ? "its slope falls" : null;

    protected override double Raw(double score) => 1 / (1 + Math.Exp(-((Slope * score) + Intercept)));
}
