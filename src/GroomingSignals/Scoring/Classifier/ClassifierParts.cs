using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>What a classifier is made of: the hand-over from training, and the content of a model file.</summary>
internal sealed record ClassifierParts
{
    public required NGramTable Text { get; init; }

    public required Forest Forest { get; init; }

    /// <summary>Null when there was too little to fit one: then there is no probability.</summary>
    public Calibrator? Calibrator { get; init; }

    public required Fusion Fusion { get; init; }

    public required FusedThresholds Thresholds { get; init; }

    public required ClassifierManifest Manifest { get; init; }
}
