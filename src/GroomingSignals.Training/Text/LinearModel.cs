namespace GroomingSignals.Training.Text;

/// <summary>What a linear learner found.</summary>
/// <param name="Weights">For each bucket the weight of its scaled count.</param>
/// <param name="Bias">Is added to every score.</param>
internal sealed record LinearModel(float[] Weights, float Bias);
