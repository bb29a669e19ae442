using System.Collections.Immutable;
using GroomingSignals.Rules;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals.Policy;

/// <summary>
/// Whether the calibration of a classifier holds for the packs and the policy beside which it runs, and the probability where it does. A probability
/// is calibrated or absent.
/// </summary>
internal sealed class ClassifierTrust
{
    private readonly RiskClassifier _classifier;
    private readonly double? _prevalence;

    public ClassifierTrust(RiskClassifier classifier, RuleSet rules, RiskPolicy policy, DateOnly today)
    {
        _classifier = classifier;
        _prevalence = policy.Prevalence;
        var codes = ImmutableArray.CreateBuilder<string>();
        if (!classifier.Manifest.Packs.SequenceEqual(rules.Packs))
        {
            codes.Add(NoteCodes.ClassifierPackDiffers);
        }

        if (!string.Equals(classifier.Manifest.Scoring, PolicyFingerprint.Of(policy, today), StringComparison.Ordinal))
        {
            codes.Add(NoteCodes.ClassifierPolicyOverride);
        }

        if (classifier.Parts.Calibrator is null)
        {
            codes.Add(NoteCodes.ClassifierUncalibrated);
        }

        if (codes.Count == 0 && policy.Prevalence is null)
        {
            codes.Add(NoteCodes.ClassifierNoPrevalence);
        }

        Doubts = codes.ToImmutable();
    }

    /// <summary>Codes of assumptions: why there is no probability.</summary>
    public ImmutableArray<string> Doubts { get; }

    /// <summary>The probability of a fused score at the policy's prevalence; null when the calibration does not hold or the prevalence is not known.</summary>
    /// <param name="raw">The score, in millionths of log-odds.</param>
    public double? Probability(int raw) => Doubts.IsEmpty && _prevalence is { } prevalence && _classifier.Parts.Calibrator is { } calibrator
        ? PrevalenceShift.Shift(calibrator.Probability(raw / 1_000_000.0), _classifier.Manifest.TrainingPrevalence, prevalence)
        : null;
}
