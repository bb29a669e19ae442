using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Training.Text;

/// <summary>What the text stage found.</summary>
/// <param name="Recipes">The recipes whose tables were averaged.</param>
/// <param name="OfFolds">For each fold the weights that were learnt without it.</param>
/// <param name="Final">The weights that were learnt from all.</param>
/// <param name="AveragePrecision">On the conversations that were left out.</param>
internal sealed record TextOutcome(IReadOnlyList<TextRecipe> Recipes, NGramTable[] OfFolds, NGramTable Final, double AveragePrecision);
