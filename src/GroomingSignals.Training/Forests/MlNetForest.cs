using Microsoft.ML;

namespace GroomingSignals.Training.Forests;

/// <summary>The forest as ML.NET learnt it: what its own zip is made of.</summary>
/// <param name="context">The context in which it was learnt.</param>
/// <param name="transformer">The fitted forest.</param>
/// <param name="schema">What it reads: <c>Features</c>, a vector of the features in the order of their schema.</param>
internal sealed class MlNetForest(MLContext context, ITransformer transformer, DataViewSchema schema)
{
    /// <summary>Writes ML.NET's zip. Its bytes change with the time of day, as ML.NET makes them.</summary>
    public void Save(Stream stream) => context.Model.Save(transformer, schema, stream);
}
