using GroomingSignals.Data;
using GroomingSignals.Data.Samples;

namespace GroomingSignals.Training.Tests;

/// <summary>Small composed data, and a model learnt from it once for all tests.</summary>
internal static class Composed
{
    /// <summary>Small and quick.</summary>
    public static TrainingOptions Quick { get; } = new() { InnerFolds = 3, Trees = 20, GramBits = 14 };

    public static IReadOnlyList<LabelledConversation> Train { get; } = Make(seed: 5, 160);

    public static IReadOnlyList<LabelledConversation> Test { get; } = Make(seed: 77, 100);

    private static readonly Lazy<TrainedClassifier> LazyModel = new(() => Learn(Train));

    public static TrainedClassifier Model => LazyModel.Value;

    public static TrainedClassifier Learn(IReadOnlyList<LabelledConversation> data, TrainingOptions? options = null, int seed = 1) =>
        new ClassifierTrainer(options ?? Quick).Train(data, seed, progress: null, TestContext.Current.CancellationToken);

    public static IReadOnlyList<LabelledConversation> Make(ulong seed, int count) =>
    [
        .. new SampleComposer(seed).ComposeMany(count).Select(s => new LabelledConversation(s.Conversation, s.Label == 1) { Synthetic = true }),
    ];
}
