using GroomingSignals.Features;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Fusing;

/// <summary>The fused score in log-odds, in whole millionths as the analyzer counts it.</summary>
internal static class FusedScore
{
    private const double Million = 1_000_000;

    public static double Of(Fusion fusion, Forest forest, FeatureRow row) =>
        (fusion.Baseline + fusion.OfRules(row.RulesMicros) + fusion.OfText(row.TextScore) + fusion.OfForest(forest.Score(row.Vector))) / Million;

    public static double Of(ClassifierParts parts, FeatureRow row) => Of(parts.Fusion, parts.Forest, row);
}
