using GroomingSignals.Conversations;
using GroomingSignals.Evaluation;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Training.Cards;
using GroomingSignals.Training.Forests;
using GroomingSignals.Training.Fusing;

namespace GroomingSignals.Training;

/// <summary>A classifier as it was trained, ready to score, to be saved, and to be given to <see cref="RiskAnalyzerBuilder"/>. Immutable and thread-safe.</summary>
public sealed class TrainedClassifier : IConversationScorer
{
    private readonly FeatureCollector _collector;
    private readonly MlNetForest? _forest;

    internal TrainedClassifier(RiskClassifier classifier, TrainingOptions options, MlNetForest? forest)
    {
        _forest = forest;
        Classifier = classifier;
        _collector = new FeatureCollector(options.Packs, options.Policy, classifier.Parts.Text);
    }

    /// <summary>The classifier.</summary>
    public RiskClassifier Classifier { get; }

    /// <summary>What the model is, from what it was learnt, how well it did and what it does not show, in Markdown.</summary>
    public string ModelCard => ModelCards.Write(Classifier.Manifest);

    /// <summary>Saves the model as a file that <see cref="RiskClassifier.Load(string)"/> reads. The same model is the same file.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = File.Create(path);
        Save(stream);
    }

    /// <summary>Saves the model to a stream.</summary>
    /// <param name="stream">The stream.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelFile.Write(stream, Classifier.Parts);
    }

    /// <summary>
    /// Writes the forest as ML.NET's own zip, for whoever wants to look at it with ML.NET's tools: it reads the column <c>Features</c>, a vector of the
    /// features in the order of the model's feature schema, and gives the forest's part of the score, without text, rules, fusion and
    /// calibration. Its bytes change with the time of day, as ML.NET makes them; nothing in this library reads it. Load no such zip that is not your own:
    /// it can name code to run.
    /// </summary>
    /// <param name="stream">The stream; it must be able to seek.</param>
    /// <exception cref="InvalidOperationException">The classifier was trained without the voice <see cref="TrainingVoices.Features"/>: there is no forest.</exception>
    public void SaveMlNetZip(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (_forest ?? throw new InvalidOperationException("The classifier has no forest: it was trained without the features.")).Save(stream);
    }

    /// <summary>
    /// The fused score of a whole conversation after its last message, in log-odds, and its probability at the prevalence of the training data. The
    /// probability is that of the highest score on the way, as in an assessment: what raised an alert is not taken back by what is said later.
    /// </summary>
    /// <param name="conversation">The conversation.</param>
    public ConversationScore Score(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        double score = FusedScore.Of(Classifier.Parts, _collector.Collect(conversation));
        double peak = conversation.Messages.Count > 1 ? Math.Max(score, Trace(conversation).Max()) : score;
        return new ConversationScore(score, Classifier.Parts.Calibrator?.Probability(peak));
    }

    /// <summary>The fused score after each message.</summary>
    /// <param name="conversation">The conversation.</param>
    public IReadOnlyList<double> Trace(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return [.. _collector.CollectEach(conversation).Select(row => FusedScore.Of(Classifier.Parts, row))];
    }
}
