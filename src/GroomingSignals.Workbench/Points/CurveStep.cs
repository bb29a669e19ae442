namespace GroomingSignals.Workbench.Points;

/// <summary>One threshold of a curve.</summary>
/// <param name="Risk">The threshold on risk.</param>
/// <param name="LogOdds">The same in log-odds, on which thresholds stand apart.</param>
/// <param name="Conversations">Conversations of the corpus that it brings by itself.</param>
/// <param name="Recall">The share of the track's own cases.</param>
/// <param name="Precision">At the stated prevalence.</param>
/// <param name="CasesPerDay">What it brings on a day.</param>
internal sealed record CurveStep(double Risk, double LogOdds, int Conversations, Figure Recall, Figure Precision, Figure CasesPerDay);
