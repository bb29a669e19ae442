namespace GroomingSignals.Assessment;

/// <summary>What one feature adds to the forest's score.</summary>
/// <param name="Name">The name of the feature, for example <c>secrecy.focus.rate</c>.</param>
/// <param name="Input">The value of the feature.</param>
/// <param name="Value">Its Shapley value, in the units of the forest's score.</param>
public sealed record FeatureValue(string Name, float Input, double Value);
