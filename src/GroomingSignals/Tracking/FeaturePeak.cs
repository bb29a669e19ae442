namespace GroomingSignals.Tracking;

/// <summary>The features at the peak of the headline, so that they can still be explained when the conversation has moved on. Written over by a higher peak.</summary>
/// <param name="features">How many features there are.</param>
internal sealed class FeaturePeak(int features)
{
    /// <summary>The index of the headline's speaker; -1 before there is a peak.</summary>
    public int From { get; set; } = -1;

    /// <summary>The index of its listener.</summary>
    public int Towards { get; set; } = -1;

    /// <summary>The text score of the conversation.</summary>
    public double TextScore { get; set; }

    /// <summary>The features in the order of their schema.</summary>
    public float[] Vector { get; } = new float[features];

    public bool IsOf(TrackedPair pair) => From == pair.From && Towards == pair.Towards;
}
