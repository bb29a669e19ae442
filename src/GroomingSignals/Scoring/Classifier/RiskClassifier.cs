using System.Buffers.Binary;
using GroomingSignals.Assessment;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>A trained classifier: n-gram weights, a forest over features, how the voices are fused, and a calibrator. Immutable and thread-safe.</summary>
public sealed class RiskClassifier
{
    private RiskClassifier(ClassifierParts parts, byte[] hash)
    {
        Parts = parts;
        ContentHash = Convert.ToHexStringLower(hash);
        Tag = Math.Max(1, BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    /// <summary>The id of the model.</summary>
    public string Id => Manifest.Id;

    /// <summary>The version of the model.</summary>
    public string Version => Manifest.Version;

    /// <summary>The SHA-256 of the content, in lower-case hexadecimal. The same data, options and seed give the same hash.</summary>
    public string ContentHash { get; }

    /// <summary>What the model says of itself.</summary>
    public ClassifierManifest Manifest => Parts.Manifest;

    internal ClassifierParts Parts { get; }

    /// <summary>The first eight bytes of the hash, by which states know their classifier; never 0.</summary>
    internal ulong Tag { get; }

    internal PackVersion Identity => new(Id, Version, ContentHash);

    /// <summary>Loads a model file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="ClassifierFormatException">The file cannot be read, or is not a model of this engine; the message says what is wrong.</exception>
    public static RiskClassifier Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = File.OpenRead(path);
            return Load(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ClassifierFormatException(ClassifierFormatException.Unreadable, $"The model '{Path.GetFileName(path)}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Loads a model from a stream, to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ClassifierFormatException">What the stream holds is not a model of this engine; the message says what is wrong.</exception>
    public static RiskClassifier Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (parts, hash) = ModelFile.Read(stream);
        return new RiskClassifier(parts, hash);
    }

    /// <summary>A classifier from what training made, the same as if it had been written and loaded.</summary>
    internal static RiskClassifier Of(ClassifierParts parts)
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, parts);
        stream.Position = 0;
        return Load(stream);
    }
}
