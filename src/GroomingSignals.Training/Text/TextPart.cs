namespace GroomingSignals.Training.Text;

/// <summary>A recipe as one of several.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="Share">What its weights are multiplied by.</param>
internal sealed record TextPart(TextRecipe Recipe, double Share);
