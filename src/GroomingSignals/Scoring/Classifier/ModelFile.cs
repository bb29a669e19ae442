using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>
/// The container of a model: magic, version, the lengths of its sections, the sections (manifest, n-gram weights, forest, scoring), little-endian,
/// and the SHA-256 of everything before it. Numbers only: nothing in it is ever run. It holds no time, so that the same model is the same file.
/// </summary>
internal static class ModelFile
{
    internal const int Version = 2;
    internal const int HeaderLength = 28;
    internal const int HashLength = 32;

    private static readonly string[] SectionNames = ["manifest", "text", "forest", "scoring"];
    private static readonly int[] SectionLimits = [1 << 20, 17 << 20, 16 << 20, 1 << 20];

    internal static ReadOnlySpan<byte> Magic => "GSMODEL\n"u8;

    /// <summary>Writes a model.</summary>
    public static void Write(Stream stream, ClassifierParts parts)
    {
        byte[][] sections = [ManifestJson.Write(parts.Manifest), ModelSections.Text(parts.Text), ModelSections.Forest(parts.Forest), ModelSections.Scoring(parts)];
        Write(stream, sections);
    }

    internal static void Write(Stream stream, byte[][] sections)
    {
        byte[] content = new byte[HeaderLength + sections.Sum(s => s.Length)];
        Magic.CopyTo(content);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(8), Version);
        int at = HeaderLength;
        for (int i = 0; i < sections.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(12 + (4 * i)), sections[i].Length);
            sections[i].CopyTo(content, at);
            at += sections[i].Length;
        }

        stream.Write(content);
        stream.Write(SHA256.HashData(content));
    }

    /// <summary>Reads a model, to the end of the stream.</summary>
    /// <returns>Its parts, and the SHA-256 of its content.</returns>
    /// <exception cref="ClassifierFormatException">It is not a model of this engine.</exception>
    public static (ClassifierParts Parts, byte[] Hash) Read(Stream stream)
    {
        byte[] header = new byte[HeaderLength];
        int read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read < Magic.Length || !header.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new ClassifierFormatException(ClassifierFormatException.NotAModel, "This is not a model file: it does not begin as one.");
        }

        if (read < HeaderLength)
        {
            throw Truncated();
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        if (version != Version)
        {
            throw new ClassifierFormatException(ClassifierFormatException.OtherVersion, $"The model file has version {version}; this engine reads version {Version}.");
        }

        int[] lengths = [.. Enumerable.Range(0, SectionNames.Length).Select(i => BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12 + (4 * i))))];
        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] < 0 || lengths[i] > SectionLimits[i])
            {
                throw new ClassifierFormatException(
                    ClassifierFormatException.TooLarge, $"The section '{SectionNames[i]}' says that it has {(uint)lengths[i]} bytes; at most {SectionLimits[i]} are read.");
            }
        }

        byte[] rest = new byte[lengths.Sum() + HashLength];
        if (stream.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) < rest.Length)
        {
            throw Truncated();
        }

        if (stream.ReadByte() >= 0)
        {
            throw new ClassifierFormatException(ClassifierFormatException.Trailing, "Something follows after the end of the model.");
        }

        // First the check sum: what follows reads only what some writer of models wrote.
        byte[] content = Verified(header, rest);
        return (Parts(rest, lengths), content);
    }

    private static byte[] Verified(byte[] header, byte[] rest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(rest.AsSpan(0, rest.Length - HashLength));
        byte[] content = hash.GetHashAndReset();
        return content.AsSpan().SequenceEqual(rest.AsSpan(rest.Length - HashLength))
            ? content
            : throw new ClassifierFormatException(ClassifierFormatException.Altered, "The model was altered or damaged: its check sum is not that of its content.");
    }

    private static ClassifierParts Parts(byte[] rest, int[] lengths)
    {
        var memory = rest.AsMemory();
        var manifest = ManifestJson.Read(memory[..lengths[0]]);
        if (!string.Equals(manifest.FeatureSchema, Features.FeatureSchema.Hash, StringComparison.Ordinal))
        {
            throw new ClassifierFormatException(
                ClassifierFormatException.OtherFeatures, "The model was trained with other features than this engine computes: train it again with this version.");
        }

        int at = lengths[0];
        var text = ModelSections.Text(memory.Slice(at, lengths[1]).Span);
        at += lengths[1];
        var forest = ModelSections.Forest(memory.Slice(at, lengths[2]).Span);
        at += lengths[2];
        return ModelSections.Scoring(memory.Slice(at, lengths[3]).Span, text, forest, manifest);
    }

    private static ClassifierFormatException Truncated() =>
        new(ClassifierFormatException.Truncated, "The model ends too early: the file was cut off.");
}
