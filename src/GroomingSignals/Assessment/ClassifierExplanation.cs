using System.Collections.Immutable;

namespace GroomingSignals.Assessment;

/// <summary>
/// The forest's score at the peak of the headline, shared out to the features by exact Shapley values (TreeSHAP, path-dependent). Slower than the
/// ledger's path differences and made on demand; both add up to the same score. It explains the model, not the world.
/// </summary>
public sealed record ClassifierExplanation
{
    /// <summary>The forest's mean score over its training rows: what it says before it knows anything.</summary>
    public required double Expected { get; init; }

    /// <summary>The features, those that matter most first. <see cref="Expected"/> and their values add up to <see cref="Score"/> within 1e-9.</summary>
    public required ImmutableArray<FeatureValue> Features { get; init; }

    /// <summary>The forest's score, unrounded and unweighed.</summary>
    public required double Score { get; init; }

    /// <summary>What the score is multiplied by before it enters the fused score, in log-odds.</summary>
    public required double Weight { get; init; }
}
