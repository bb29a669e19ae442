using System.Collections.Immutable;
using System.Numerics;
using GroomingSignals.Features;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>The numeric sections of a model file, each written and read side by side.</summary>
internal static class ModelSections
{
    private const int NoCalibrator = 0;
    private const int Platt = 1;
    private const int Isotonic = 2;

    public static byte[] Text(NGramTable table) => Bytes(writer =>
    {
        writer.Write(BitOperations.Log2((uint)table.Weights.Length));
        writer.Write(table.Prior);
        writer.Write(table.Loud);
        foreach (float weight in table.Weights)
        {
            writer.Write(weight);
        }
    });

    public static NGramTable Text(ReadOnlySpan<byte> bytes)
    {
        var reader = new SectionReader(bytes, "text");
        int bits = reader.Int();
        if (bits is < NGramTable.FewestBits or > NGramTable.MostBits)
        {
            throw new ClassifierFormatException(
                ClassifierFormatException.TooLarge, $"The n-gram weights have 2^{bits} buckets; from 2^{NGramTable.FewestBits} to 2^{NGramTable.MostBits} are read.");
        }

        double prior = reader.Double();
        float loud = reader.Floats(1)[0];
        float[] weights = reader.Floats(1 << bits);
        reader.Done();
        return prior >= 1 && double.IsFinite(prior) && loud > 0 && float.IsFinite(loud) && Array.TrueForAll(weights, float.IsFinite)
            ? new NGramTable(weights, prior, loud)
            : throw new ClassifierFormatException(
                ClassifierFormatException.NotFinite, "A number of the n-gram weights is not finite, their prior is below 1, or what counts as loud is not above 0.");
    }

    public static byte[] Forest(Forest forest) => Bytes(writer =>
    {
        writer.Write(forest.Bias);
        writer.Write(forest.Trees.Length);
        foreach (var tree in forest.Trees)
        {
            writer.Write(tree.Features.Length);
            Array.ForEach(tree.Features, writer.Write);
            Array.ForEach(tree.Thresholds, writer.Write);
            Array.ForEach(tree.Left, writer.Write);
            Array.ForEach(tree.Right, writer.Write);
            Array.ForEach(tree.Leaves, writer.Write);
            Array.ForEach(tree.Covers, writer.Write);
        }
    });

    public static Forest Forest(ReadOnlySpan<byte> bytes)
    {
        var reader = new SectionReader(bytes, "forest");
        double bias = reader.Double();
        int count = reader.Count(Classifier.Forest.MostTrees, 16);
        var trees = ImmutableArray.CreateBuilder<ForestTree>(count);
        for (int t = 0; t < count; t++)
        {
            int nodes = reader.Count(Classifier.Forest.MostLeaves - 1, 16);
            trees.Add(new ForestTree(
                reader.Ints(nodes), reader.Floats(nodes), reader.Ints(nodes), reader.Ints(nodes), reader.Doubles(nodes + 1), reader.Ints(nodes + 1)));
        }

        reader.Done();
        return new Forest(trees.MoveToImmutable(), bias, FeatureSchema.Count);
    }

    public static byte[] Scoring(ClassifierParts parts) => Bytes(writer =>
    {
        double[] numbers =
        [
            parts.Fusion.Bias, parts.Fusion.Rules, parts.Fusion.Text, parts.Fusion.Forest,
            parts.Thresholds.Low, parts.Thresholds.Review, parts.Thresholds.Urgent,
        ];
        Array.ForEach(numbers, writer.Write);
        switch (parts.Calibrator)
        {
            case PlattCalibrator platt:
                writer.Write(Platt);
                writer.Write(platt.Slope);
                writer.Write(platt.Intercept);
                break;
            case IsotonicCalibrator isotonic:
                writer.Write(Isotonic);
                writer.Write(isotonic.Scores.Length);
                foreach (double score in isotonic.Scores.Concat(isotonic.Probabilities))
                {
                    writer.Write(score);
                }

                break;
            default:
                writer.Write(NoCalibrator);
                break;
        }
    });

    public static ClassifierParts Scoring(ReadOnlySpan<byte> bytes, NGramTable text, Forest forest, ClassifierManifest manifest)
    {
        var reader = new SectionReader(bytes, "scoring");
        var fusion = new Fusion(reader.Double(), reader.Double(), reader.Double(), reader.Double());
        var thresholds = new FusedThresholds(reader.Double(), reader.Double(), reader.Double());
        var calibrator = Calibrator(ref reader);
        reader.Done();
        if (!fusion.IsSound() || !thresholds.IsSound())
        {
            throw new ClassifierFormatException(
                ClassifierFormatException.NotFinite, "A number of the scoring is not finite, the rules count backwards, or the thresholds fall or lie outside 0 and 1.");
        }

        return new ClassifierParts { Text = text, Forest = forest, Calibrator = calibrator, Fusion = fusion, Thresholds = thresholds, Manifest = manifest };
    }

    private static Calibrator? Calibrator(ref SectionReader reader)
    {
        Calibrator? calibrator;
        switch (reader.Int())
        {
            case NoCalibrator:
                return null;
            case Platt:
                calibrator = new PlattCalibrator(reader.Double(), reader.Double());
                break;
            case Isotonic:
                int knots = reader.Count(IsotonicCalibrator.MostKnots, 16);
                calibrator = new IsotonicCalibrator([.. reader.Doubles(knots)], [.. reader.Doubles(knots)]);
                break;
            default:
                throw new ClassifierFormatException(ClassifierFormatException.BadCalibrator, "The calibrator is of a kind that is not known.");
        }

        return calibrator.Fault() is { } fault
            ? throw new ClassifierFormatException(ClassifierFormatException.BadCalibrator, $"The calibrator is damaged: {fault}.")
            : calibrator;
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
