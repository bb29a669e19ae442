using GroomingSignals.Data;
using GroomingSignals.Evaluation.Splits;
using GroomingSignals.Features;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Text.NGrams;
using GroomingSignals.Training.Cards;
using GroomingSignals.Training.Forests;
using GroomingSignals.Training.Fusing;
using GroomingSignals.Training.Text;

namespace GroomingSignals.Training;

/// <summary>One training, stage by stage. Each later stage learns from what the earlier ones said of conversations that they had not seen.</summary>
internal sealed class TrainingRun
{
    private const double Million = 1_000_000;

    /// <summary>Of more conversations no more is supposed: where there are many, suppositions hardly count.</summary>
    private const int MostToSuppose = 20_000;

    private readonly LabelledConversation[] _conversations;
    private readonly bool[] _labels;
    private readonly TrainingOptions _options;
    private readonly int _seed;
    private readonly Stages _stages;

    public TrainingRun(LabelledConversation[] conversations, TrainingOptions options, int seed, Stages stages)
    {
        _conversations = conversations;
        _labels = [.. conversations.Select(static c => c.Label is true)];
        _options = options;
        _seed = seed;
        _stages = stages;
    }

    private bool Has(TrainingVoices voice) => (_options.Voices & voice) != TrainingVoices.None;

    public TrainedClassifier Run()
    {
        _stages.Begin("split", 0.05);
        var split = ConversationFolds.Split(_conversations, _options.InnerFolds, _seed, new SplitOptions { Participants = _options.Participants, Threads = _options.Threads });
        int[] folds = [.. split.FoldOf];

        var text = Has(TrainingVoices.Text) ? LearnText(folds) : null;
        var none = new NGramTable(new float[1 << NGramTable.FewestBits], TextLearner.Prior);
        NGramTable?[] tables = [.. Enumerable.Range(0, _options.InnerFolds).Select(fold => text?.OfFolds[fold])];

        _stages.Begin("features", 0.1);
        var features = new FeatureRows(_conversations, folds, tables, _options.Packs, _options.Policy, Threads());
        var rows = features.Collect();

        _stages.Begin("forest", 0.1);
        var silent = Forest.Empty(FeatureSchema.Count);
        var forests = Has(TrainingVoices.Features)
            ? new ForestStage(rows, _labels, folds, _options.InnerFolds, new ForestLearner(_options.Trees, _seed)).Learn(Threads())
            : new ForestOutcome([.. Enumerable.Repeat(silent, _options.InnerFolds)], silent, null);

        _stages.Begin("fusion and calibration", 0.05);
        Voices[] voices = [.. rows.Select((row, i) => new Voices(row.RulesMicros / Million, row.TextScore, forests.OfFolds[folds[i]].Score(row.Vector)))];
        var fusion = FusionLearner.Learn(voices, _labels, [Has(TrainingVoices.Rules), text is not null, Has(TrainingVoices.Features)]);
        double Fused(int fold, FeatureRow row) => FusedScore.Of(fusion, forests.OfFolds[fold], row);
        double[] scores = [.. rows.Select((row, i) => Fused(folds[i], row))];

        _stages.Begin("thresholds", 0.1);
        double[] peaks = features.Peaks(Fused, scores);
        double[] unheard = Unheard(folds, tables, Fused);
        var parts = new ClassifierParts
        {
            Text = text?.Final ?? none,
            Forest = forests.Final,
            Fusion = fusion,
            Calibrator = CalibratorFitter.Fit(CalibrationCase.Of(peaks, unheard, _labels, Supposed(folds, tables, Fused)), _labels.Count(static label => label)),
            Thresholds = ThresholdChooser.Choose(peaks, unheard, _labels),
            Manifest = null!,
        };
        parts = parts with { Manifest = ManifestWriter.Write(_conversations, _options, _seed, parts, scores, peaks, text) };
        _stages.End();
        return new TrainedClassifier(RiskClassifier.Of(parts), _options, forests.Fitted);
    }

    /// <summary>The peaks as they were if no pack knew a word of what is said: see <see cref="CalibrationCase.Of"/>.</summary>
    private double[] Unheard(int[] folds, NGramTable?[] tables, Func<int, FeatureRow, double> fused) =>
        new FeatureRows(_conversations, folds, tables, [], _options.Policy, Threads()).Peaks(fused);

    /// <summary>The same for some of the conversations, as if less were known of ordinary talk as well.</summary>
    private IEnumerable<(double Score, bool Label)> Supposed(int[] folds, NGramTable?[] tables, Func<int, FeatureRow, double> fused)
    {
        if (!Has(TrainingVoices.Text))
        {
            return [];
        }

        int step = (_conversations.Length + MostToSuppose - 1) / MostToSuppose;
        int[] some = [.. Enumerable.Range(0, _conversations.Length).Where(i => i % step == 0)];
        NGramTable?[] less = [.. tables.Select(static table => table is null ? null : LessKnown.OfOrdinaryTalk(table))];
        var rows = new FeatureRows([.. some.Select(i => _conversations[i])], [.. some.Select(i => folds[i])], less, [], _options.Policy, Threads());
        return rows.Peaks(fused).Select((peak, place) => (peak, _labels[some[place]]));
    }

    private ParallelOptions Threads() => new() { MaxDegreeOfParallelism = _options.Threads, CancellationToken = _stages.Token };

    private TextOutcome LearnText(int[] folds)
    {
        _stages.Begin("n-grams", 0.1);
        int fewest = TextLearner.FewestDocuments(_conversations.Length);
        var corpus = GramCorpus.Read(_conversations, _options.GramBits, _options.Policy.MessageCharacters, fewest, Threads());
        return new TextStage(corpus, folds, _options.InnerFolds, new TextLearner(_seed, fewest), Threads()).Learn(_stages);
    }
}
