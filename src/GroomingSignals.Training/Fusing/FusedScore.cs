using GroomingSignals.Features;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Fusing;

/// <summary>The fused score in log-odds, in whole millionths as the analyzer counts it.</summary>
internal static class FusedScore
{
    private const double Million = 1_000_000;

    public static double Of(Fusion fusion, Voices voices) =>
        Of(fusion, (long)Math.Round(voices.Rules * Million), voices.Text, voices.Forest);

    public static double Of(ClassifierParts parts, FeatureRow row) => Of(parts.Fusion, row.RulesMicros, row.TextScore, parts.Forest.Score(row.Vector));

    private static double Of(Fusion fusion, long rules, double text, double forest) =>
        (fusion.Baseline + fusion.OfRules(rules) + fusion.OfText(text) + fusion.OfForest(forest)) / Million;
}
