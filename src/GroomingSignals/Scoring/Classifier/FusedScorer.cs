using GroomingSignals.Features;
using GroomingSignals.Tracking;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>Asks the classifier what it says of a conversation, and fuses that with what the rules say of a pair. Immutable and thread-safe.</summary>
internal sealed class FusedScorer(RiskClassifier classifier, FeatureSetup setup, ScoringPolicy scoring)
{
    private const int Most = 1_000_000_000;

    public RiskClassifier Classifier => classifier;

    public Fusion Fusion => classifier.Parts.Fusion;

    public Forest Forest => classifier.Parts.Forest;

    /// <summary>What the classifier says after the last message. Computed once a message; allocates nothing.</summary>
    public ClassifierVoice Speak(ConversationState state)
    {
        var features = state.Features!;
        if (features.Voice is { } known)
        {
            return known;
        }

        features.Focus = FeatureWriter.FocusOf(features);
        int forest = 0;
        if (Fusion.Forest != 0)
        {
            Span<float> vector = stackalloc float[FeatureSchema.Count];
            setup.Writer.Write(state, features.Focus, vector);
            forest = Fusion.OfForest(Forest.Score(vector));
        }

        var voice = new ClassifierVoice(Fusion.OfText(setup.Writer.TextScore(features)), forest);
        features.Voice = voice;
        return voice;
    }

    /// <summary>Takes down the features as they are now, for a pair whose peak this is.</summary>
    public void TakeDown(ConversationState state, TrackedPair pair)
    {
        var features = state.Features!;
        var peak = features.Peak;
        (peak.From, peak.Towards) = (pair.From, pair.Towards);
        peak.TextScore = setup.Writer.TextScore(features);
        setup.Writer.Write(state, features.Focus, peak.Vector);
    }

    /// <summary>The fused score: the bias, what the rules add above the policy's baseline, weighed, and the classifier's voice.</summary>
    /// <param name="rules">The score on the rules' own scale.</param>
    /// <param name="voice">The classifier's voice.</param>
    public int Fuse(int rules, ClassifierVoice voice) =>
        (int)Math.Clamp(Fusion.Baseline + Fusion.OfRules((long)rules - scoring.Baseline) + voice.Text + voice.Forest, -Most, Most);

    /// <summary>The fused score without the rules.</summary>
    public int Alone(ClassifierVoice voice) => Fuse(scoring.Baseline, voice);
}
