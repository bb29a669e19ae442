using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace GroomingSignals.Training.Text;

/// <summary>
/// A linear classifier by stochastic dual coordinate ascent on one thread, which repeats exactly. The loss is the hinge made smooth, quadratic near
/// the margin and straight beyond it: a wrong label costs no more than its distance.
/// </summary>
internal static class LinearLearner
{
    /// <summary>How often the examples are gone over at most.</summary>
    public const int MostPasses = 25;

    private const float Smoothing = 2;

    /// <summary>Learns.</summary>
    /// <param name="context">ML.NET's context; its seed is fixed.</param>
    /// <param name="examples">The windows, shuffled.</param>
    /// <param name="regularisation">The weight of the square of the weights, for each example.</param>
    /// <param name="passes">How often the examples are gone over at most.</param>
    public static (LinearModel Model, ITransformer Transformer) Learn(MLContext context, IDataView examples, float regularisation, int passes = MostPasses)
    {
        var options = new SdcaNonCalibratedBinaryTrainer.Options
        {
            LabelColumnName = nameof(GramExample.Label),
            FeatureColumnName = nameof(GramExample.Features),
            ExampleWeightColumnName = nameof(GramExample.Weight),
            LossFunction = new SmoothedHingeLoss(Smoothing),
            L1Regularization = 0,
            L2Regularization = regularisation,
            NumberOfThreads = 1,
            Shuffle = false,
            MaximumNumberOfIterations = passes,
            ConvergenceTolerance = 0.01f,
            ConvergenceCheckFrequency = 5,
        };
        var transformer = context.BinaryClassification.Trainers.SdcaNonCalibrated(options).Fit(examples);
        var model = transformer.Model;
        return (new LinearModel([.. model.Weights], model.Bias), transformer);
    }
}
