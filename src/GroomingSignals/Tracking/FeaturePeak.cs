namespace GroomingSignals.Tracking;

/// <summary>The features at the peak of the headline, so that they can still be explained when the conversation has moved on.</summary>
/// <param name="From">The index of the headline's speaker.</param>
/// <param name="Towards">The index of its listener.</param>
/// <param name="Vector">The features in the order of their schema.</param>
internal sealed record FeaturePeak(int From, int Towards, float[] Vector);
