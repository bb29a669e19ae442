using GroomingSignals.Features;
using GroomingSignals.Scoring.Classifier;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace GroomingSignals.Training.Forests;

/// <summary>
/// Boosted trees over the features, small and slow to change their mind: eight leaves, each with rows enough, and a low learning rate. More leaves
/// bought no accuracy when it was measured.
/// </summary>
/// <param name="trees">How many trees.</param>
/// <param name="seed">The seed of the learner's own options, which alone decides its choices.</param>
internal sealed class ForestLearner(int trees, int seed)
{
    /// <summary>How many leaves a tree has.</summary>
    public const int Leaves = 8;

    private const double LearningRate = 0.1;

    /// <summary>Learns a forest.</summary>
    /// <param name="rows">The features of each conversation.</param>
    /// <param name="labels">Their labels.</param>
    public Forest Learn(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels) => LearnBoth(rows, labels).Forest;

    /// <summary>Learns a forest and keeps ML.NET's own form of it.</summary>
    /// <param name="rows">The features of each conversation.</param>
    /// <param name="labels">Their labels.</param>
    public (Forest Forest, MlNetForest Fitted) LearnBoth(IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels)
    {
        var context = new MLContext(seed);
        var (ensemble, transformer, data) = Fit(context, rows, labels);
        return (ForestFlattener.Flatten(ensemble, rows), new MlNetForest(context, transformer, data.Schema));
    }

    /// <summary>Learns, and gives ML.NET's own form too.</summary>
    public (RegressionTreeEnsemble Ensemble, ITransformer Transformer, IDataView Data) Fit(MLContext context, IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels)
    {
        int positives = labels.Count(static label => label);
        var options = new FastTreeBinaryTrainer.Options
        {
            LabelColumnName = nameof(FeatureExample.Label),
            FeatureColumnName = nameof(FeatureExample.Features),
            NumberOfLeaves = Leaves,
            NumberOfTrees = trees,
            LearningRate = LearningRate,
            MinimumExampleCountPerLeaf = FewestRows(rows.Count, positives),
            MaximumBinCountPerFeature = 64,
            FeatureFraction = 0.7,
            Seed = seed,
            FeatureSelectionSeed = seed,
            NumberOfThreads = 1,
            MemoryStatistics = false,
        };
        var data = View(context, rows, labels);
        var transformer = context.BinaryClassification.Trainers.FastTree(options).Fit(data);
        return (transformer.Model.SubModel.TrainedTreeEnsemble, transformer, data);
    }

    /// <summary>The rows as ML.NET reads them.</summary>
    internal static IDataView View(MLContext context, IReadOnlyList<float[]> rows, IReadOnlyList<bool> labels)
    {
        var schema = SchemaDefinition.Create(typeof(FeatureExample));
        schema[nameof(FeatureExample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, FeatureSchema.Count);
        return context.Data.LoadFromEnumerable(rows.Zip(labels, static (row, label) => new FeatureExample { Features = row, Label = label }), schema);
    }

    /// <summary>A leaf holds a hundredth of the smaller class or a thousandth of all, but at least 5 and at most 200 rows.</summary>
    private static int FewestRows(int rows, int positives) =>
        Math.Clamp(Math.Max(Math.Min(positives, rows - positives) / 20, rows / 1_000), 5, 200);
}
