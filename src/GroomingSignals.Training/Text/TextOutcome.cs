namespace GroomingSignals.Training.Text;

/// <summary>What the text stage found.</summary>
/// <param name="Recipe">The recipe that was taken.</param>
/// <param name="OfFolds">For each fold the weights that were learnt without it.</param>
/// <param name="Final">The weights that were learnt from all.</param>
/// <param name="AveragePrecision">Of the recipe, on the conversations that were left out.</param>
internal sealed record TextOutcome(TextRecipe Recipe, TextModel[] OfFolds, TextModel Final, double AveragePrecision);
