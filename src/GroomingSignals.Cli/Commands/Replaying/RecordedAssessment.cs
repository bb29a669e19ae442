using System.Buffers;
using System.Text.Json;
using GroomingSignals.Assessment;

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

    /// <summary>The same content on one line: what white space between values adds is left out, every value stays as it was written.</summary>
    public byte[] Compact()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Json.WriteTo(writer);
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
                ConversationId = json.GetProperty("conversationId").GetString(),
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

    private static PackVersion Version(JsonElement json) =>
        new(json.GetProperty("id").GetString()!, json.GetProperty("version").GetString()!, json.GetProperty("hash").GetString()!);
}
