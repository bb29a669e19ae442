using GroomingSignals.Matching;
using GroomingSignals.Rules;
using GroomingSignals.Text.NGrams;
using GroomingSignals.Tracking;

namespace GroomingSignals.Features;

/// <summary>Everything by which an analyzer collects features. Immutable and thread-safe.</summary>
internal sealed class FeatureSetup
{
    private readonly ulong _model;

    /// <summary>Prepares the collection.</summary>
    /// <param name="rules">The rules of the packs, from which follows what each cue speaks for.</param>
    /// <param name="text">The weights of n-grams; null when there are none.</param>
    /// <param name="stateBytes">The limit of a snapshot, by which fewer or more speakers are kept apart.</param>
    /// <param name="model">The first eight bytes of the classifier's hash; 0 without one.</param>
    public FeatureSetup(RuleSet rules, NGramTable? text, int stateBytes, ulong model)
    {
        _model = model;
        Readings = new CueReadings(rules);
        Measure = new TextMeasure(text);
        Writer = new FeatureWriter(text);
        Fold = new FeatureFold(Readings, text, Math.Clamp((stateBytes - 2048) / 1024, 2, FeatureState.MostSpeakers));
    }

    public CueReadings Readings { get; }

    public TextMeasure Measure { get; }

    public FeatureFold Fold { get; }

    public FeatureWriter Writer { get; }

    /// <summary>The tallies of a conversation that begins.</summary>
    public FeatureState Begin() => new(_model, FeatureSchema.Count);

    /// <summary>True when the tallies were made with the same classifier.</summary>
    public bool Continues(FeatureState state) => state.Model == _model;
}
