namespace GroomingSignals.Features;

/// <summary>What training learns from: one conversation, after some message.</summary>
/// <param name="Vector">The features in the order of <see cref="FeatureSchema.Names"/>.</param>
/// <param name="TextScore">The text score of the conversation; 0 without n-gram weights.</param>
/// <param name="RulesMicros">What the rules have added to the headline pair at its peak, above the policy's baseline, in millionths of log-odds on the rules' own scale; 0 without evidence.</param>
internal sealed record FeatureRow(float[] Vector, double TextScore, int RulesMicros);
