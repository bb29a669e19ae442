using System.Collections.Immutable;
using GroomingSignals.Assessment;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>What a model says of itself: from what it was learnt, how, and how well it did. It holds no message text.</summary>
public sealed record ClassifierManifest
{
    /// <summary>The id of the model, for example <c>house-2026</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version of the model.</summary>
    public required string Version { get; init; }

    /// <summary>The version of the engine that trained it.</summary>
    public required string Engine { get; init; }

    /// <summary>The SHA-256 of the feature schema; a model of another schema than the engine's is refused.</summary>
    public required string FeatureSchema { get; init; }

    /// <summary>The rule packs with which it was trained, in their order. With others there is no probability.</summary>
    public required ImmutableArray<PackVersion> Packs { get; init; }

    /// <summary>A hash of the policy's points, tracks and overrides in training. With others there is no probability.</summary>
    public required string Scoring { get; init; }

    /// <summary>A fingerprint of the training data.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>How many conversations it was trained on.</summary>
    public required int Conversations { get; init; }

    /// <summary>How many of them were positive.</summary>
    public required int Positives { get; init; }

    /// <summary>The share of positive conversations on which the calibrator was fitted, in (0, 1).</summary>
    public required double TrainingPrevalence { get; init; }

    /// <summary>The seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>How scores become probabilities: <c>platt</c>, <c>isotonic</c> or <c>none</c>.</summary>
    public required string Calibration { get; init; }

    /// <summary>The options of the training, by name.</summary>
    public ImmutableSortedDictionary<string, string> Options { get; init; } = NoOptions;

    /// <summary>Cross-validated figures, by name.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = NoMetrics;

    /// <summary>Warnings that belong beside every use, such as that the data was synthetic.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    private static ImmutableSortedDictionary<string, string> NoOptions { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, double> NoMetrics { get; } = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);
}
