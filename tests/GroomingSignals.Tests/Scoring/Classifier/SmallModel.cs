using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Features;
using GroomingSignals.Policy;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Text;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Tests.Scoring.Classifier;

/// <summary>A classifier made by hand, small enough to reckon with.</summary>
internal static class SmallModel
{
    public const int Bits = 10;

    /// <summary>Speaks of secrets and pictures in its n-grams, of cues and text in its trees.</summary>
    public static ClassifierParts Parts { get; } = new()
    {
        Text = Weights(("secret", 1.5f), ("picture", 1f), ("school", -0.75f), ("game", -0.5f)),
        Forest = new Forest(
            [
                Stump("cues.focus.rate", 0.01f, -0.5, 0.75, 90, 10),
                Tree(),
                Stump("text.focus.max", 0.1f, -0.25, 0.5, 70, 30),
                Stump("questions.others.rate", 0.05f, 0.125, -0.125, 50, 50),
            ],
            -0.25,
            FeatureSchema.Count),
        Calibrator = new PlattCalibrator(1.1, -0.2),
        Fusion = new Fusion(-2.5, 0.8137269, 0.6, 1.2345678),
        Thresholds = new FusedThresholds(0.25, 0.55, 0.9),
        Manifest = Manifest([]),
    };

    public static RiskClassifier Classifier { get; } = RiskClassifier.Of(Parts);

    /// <summary>The same, trained with the small pack and the default policy as far as its manifest says.</summary>
    public static RiskClassifier OfSmallPack { get; } = RiskClassifier.Of(Parts with
    {
        Manifest = Manifest(
            [new PackVersion(SmallPack.Pack.Id, SmallPack.Pack.Version, SmallPack.Pack.Hash)], PolicyFingerprint.Of(RiskPolicy.Default, DateOnly.MinValue)),
    });

    public static ClassifierManifest Manifest(ImmutableArray<PackVersion> packs, string scoring = "") => new()
    {
        Id = "small",
        Version = "1.0.0",
        Engine = "0.0.0",
        FeatureSchema = FeatureSchema.Hash,
        Packs = packs,
        Scoring = scoring,
        DataFingerprint = "none",
        Conversations = 100,
        Positives = 20,
        TrainingPrevalence = 0.2,
        Seed = 1,
        Calibration = "platt",
        Options = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("trees", "4"),
        Metrics = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal).Add("averagePrecision", 0.5),
        Warnings = ["Made by hand for tests."],
    };

    public static int Feature(string name) => FeatureSchema.Names.IndexOf(name) is var at and >= 0 ? at : throw new ArgumentException(name);

    public static ForestTree Stump(string feature, float threshold, double left, double right, int leftCover, int rightCover) =>
        new([Feature(feature)], [threshold], [~0], [~1], [left, right], [leftCover, rightCover]);

    /// <summary>Gives the word n-gram of each word a weight.</summary>
    public static NGramTable Weights(params (string Word, float Weight)[] words)
    {
        var weights = new float[1 << Bits];
        foreach (var (word, weight) in words)
        {
            var view = new ViewText();
            Folder.Fold(word, view);
            var sink = new FirstWord();
            NGramHasher.Walk(view.Chars, ref sink);
            weights[NGramTable.BucketOf(sink.Hash, Bits)] = weight;
        }

        return new NGramTable(weights, 4, loud: 0.4f);
    }

    /// <summary>Two splits by one feature and one by another: text, then whether a secret was asked for, then text again.</summary>
    private static ForestTree Tree()
    {
        int text = Feature("text.conversation");
        int secrecy = Feature("secrecy.focus.present");
        return new ForestTree([text, secrecy, text], [0.2f, 0.5f, 0.6f], [~0, ~1, ~2], [1, 2, ~3], [-0.5, 0.25, 0.5, 1.25], [60, 20, 12, 8]);
    }

    private struct FirstWord : INGramSink
    {
        private bool _any;

        public ulong Hash { get; private set; }

        public void Add(ulong hash, NGramKind kind, int start, int end)
        {
            if (!_any && kind == NGramKind.Word)
            {
                Hash = hash;
                _any = true;
            }
        }
    }
}
