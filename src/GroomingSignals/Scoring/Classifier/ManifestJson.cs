using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using GroomingSignals.Assessment;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>A manifest as JSON: every key always, in one order, so that the same manifest is the same bytes.</summary>
internal static class ManifestJson
{
    private const int MostItems = 500;

    public static byte[] Write(ClassifierManifest manifest)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("id", manifest.Id);
            writer.WriteString("version", manifest.Version);
            writer.WriteString("engine", manifest.Engine);
            writer.WriteString("featureSchema", manifest.FeatureSchema);
            writer.WriteStartArray("packs");
            foreach (var pack in manifest.Packs)
            {
                writer.WriteStartObject();
                writer.WriteString("id", pack.Id);
                writer.WriteString("version", pack.Version);
                writer.WriteString("hash", pack.Hash);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("scoring", manifest.Scoring);
            writer.WriteString("dataFingerprint", manifest.DataFingerprint);
            writer.WriteNumber("conversations", manifest.Conversations);
            writer.WriteNumber("positives", manifest.Positives);
            writer.WriteNumber("trainingPrevalence", manifest.TrainingPrevalence);
            writer.WriteNumber("seed", manifest.Seed);
            writer.WriteString("calibration", manifest.Calibration);
            writer.WriteStartObject("options");
            foreach (var (name, value) in manifest.Options)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
            writer.WriteStartObject("metrics");
            foreach (var (name, value) in manifest.Metrics)
            {
                writer.WriteNumber(name, value);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("warnings");
            foreach (string warning in manifest.Warnings)
            {
                writer.WriteStringValue(warning);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="ClassifierFormatException">The manifest is not one.</exception>
    public static ClassifierManifest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ClassifierFormatException(ClassifierFormatException.BadManifest, "The manifest lacks something or is not JSON as it should be.", e);
        }
    }

    private static ClassifierManifest Read(JsonElement root) => new()
    {
        Id = Text(root, "id"),
        Version = Text(root, "version"),
        Engine = Text(root, "engine"),
        FeatureSchema = Text(root, "featureSchema"),
        Packs = [.. Items(root, "packs").Select(p => new PackVersion(Text(p, "id"), Text(p, "version"), Text(p, "hash")))],
        Scoring = Text(root, "scoring"),
        DataFingerprint = Text(root, "dataFingerprint"),
        Conversations = root.GetProperty("conversations").GetInt32(),
        Positives = root.GetProperty("positives").GetInt32(),
        TrainingPrevalence = root.GetProperty("trainingPrevalence").GetDouble() is var share and > 0 and < 1 ? share : throw new FormatException(),
        Seed = root.GetProperty("seed").GetInt32(),
        Calibration = Text(root, "calibration"),
        Options = Members(root, "options").ToImmutableSortedDictionary(m => m.Name, m => Text(m.Value), StringComparer.Ordinal),
        Metrics = Members(root, "metrics").ToImmutableSortedDictionary(m => m.Name, m => m.Value.GetDouble(), StringComparer.Ordinal),
        Warnings = [.. Items(root, "warnings").Select(Text)],
    };

    private static string Text(JsonElement element, string name) => Text(element.GetProperty(name));

    private static string Text(JsonElement element) => element.GetString() ?? throw new FormatException();

    private static List<JsonElement> Items(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateArray().ToList() is { Count: <= MostItems } items ? items : throw new FormatException();

    private static List<JsonProperty> Members(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateObject().ToList() is { Count: <= MostItems } members ? members : throw new FormatException();
}
