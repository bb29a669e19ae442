using GroomingSignals.Policy;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tests.Properties;

namespace GroomingSignals.Tests.Scoring.Classifier;

/// <summary>The small pack beside the small model, and a policy that states a prevalence.</summary>
internal static class FusedPack
{
    public static RiskPolicy Policy { get; } = PolicyOf("prevalence: 0.01");

    public static RiskAnalyzer Analyzer { get; } = With(SmallModel.OfSmallPack);

    public static RiskAnalyzer With(RiskClassifier classifier, RiskPolicy? policy = null) =>
        SmallPack.Builder().UseClassifier(classifier).UsePolicy(policy ?? Policy).Build();

    public static RiskPolicy PolicyOf(string yaml) => RiskPolicy.Parse($"schema: policy/1\npolicy: {{ id: own, version: 1.0.0 }}\n{yaml}\n", "own.yaml");

    /// <summary>The small model with other voices.</summary>
    public static RiskAnalyzer With(Fusion fusion) => With(RiskClassifier.Of(SmallModel.OfSmallPack.Parts with { Fusion = fusion }));
}
