using System.Buffers;
using System.Text;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>An assessment as it was recorded, and what it says of how it was made.</summary>
internal sealed class RecordedAssessment
{
    private RecordedAssessment(JsonElement json) => Json = json;

    public JsonElement Json { get; }

    /// <summary>Where it stands, for messages: the number of the line, or of the item of an array.</summary>
    public required string Place { get; init; }

    /// <summary>The bytes as they stand, where they are one line; null for an indented array.</summary>
    public ReadOnlyMemory<byte>? Line { get; init; }

    public string? ConversationId { get; private init; }

    public required VersionSet Versions { get; init; }

    /// <summary>How many messages the assessment had seen, as its participants say.</summary>
    public int Messages { get; private init; }

    /// <summary>The same content on one line, escaped as <c>analyze</c> does: what white space between values adds is left out.</summary>
    public byte[] Compact()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, Json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads an assessment.</summary>
    /// <returns>Null where the value is no assessment.</returns>
    public static RecordedAssessment? Of(JsonElement json, string place, ReadOnlyMemory<byte>? line)
    {
        try
        {
            JsonElement versions = json.GetProperty("versions");
            return new RecordedAssessment(json)
            {
                Place = place,
                Line = line,
                ConversationId = Text(json.GetProperty("conversationId")),
                Messages = json.GetProperty("participants").EnumerateArray().Sum(p => p.GetProperty("messages").GetInt32()),
                Versions = new VersionSet(
                    versions.GetProperty("engine").GetString()!,
                    versions.GetProperty("taxonomy").GetString()!,
                    [.. versions.GetProperty("packs").EnumerateArray().Select(Version)],
                    Version(versions.GetProperty("policy")),
                    versions.GetProperty("model") is { ValueKind: JsonValueKind.Object } model ? Version(model) : null),
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes a value, its strings with their lone surrogates: those of <see cref="JsonElement.WriteTo"/> throw.</summary>
    private static void Write(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in json.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in json.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                JsonString.WriteValue(writer, Text(json)!);
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    /// <summary>A string with its lone surrogates, which <see cref="JsonElement.GetString"/> refuses.</summary>
    private static string? Text(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.String)
        {
            throw new FormatException();
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.GetRawText()));
        reader.Read();
        return JsonText.Decode(in reader);
    }

    private static PackVersion Version(JsonElement json) =>
        new(json.GetProperty("id").GetString()!, json.GetProperty("version").GetString()!, json.GetProperty("hash").GetString()!);
}
