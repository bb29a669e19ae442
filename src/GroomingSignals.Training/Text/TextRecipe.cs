namespace GroomingSignals.Training.Text;

/// <summary>One way to learn the weights of n-grams.</summary>
/// <param name="Scale">How loud each n-gram may speak.</param>
/// <param name="Length">How windows are made alike.</param>
/// <param name="Cost">What an error costs against the size of the weights (the C of support vector machines), for windows of length 1.</param>
internal sealed record TextRecipe(GramScale Scale, GramLength Length, double Cost);
