namespace GroomingSignals.Training.Text;

/// <summary>What a linear learner found.</summary>
/// <param name="Weights">The weight of each place of a vector.</param>
/// <param name="Bias">Is added to every score.</param>
internal sealed record LinearModel(float[] Weights, float Bias);
