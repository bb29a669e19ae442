using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModerationService.Intake;

/// <summary>Reads ISO 8601 and keeps in mind whether it had an offset, which the framework would fill in from the machine.</summary>
internal sealed class SentTimeConverter : JsonConverter<SentTime?>
{
    /// <summary>What the exception says, by which the reader of requests knows it.</summary>
    public const string NoTime = "The value is no time.";

    public override SentTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return reader.TokenType == JsonTokenType.String && TimeOf(ref reader) is { } time ? time : throw new JsonException(NoTime);
    }

    /// <summary>The time that a string says at which a reader stands; null when it is none.</summary>
    public static SentTime? TimeOf(ref Utf8JsonReader reader)
    {
        if (!reader.TryGetDateTime(out var time) || !reader.TryGetDateTimeOffset(out var withOffset))
        {
            return null;
        }

        return time.Kind == DateTimeKind.Unspecified
            ? new SentTime(new DateTimeOffset(time, TimeSpan.Zero), true)
            : new SentTime(withOffset, false);
    }

    public override void Write(Utf8JsonWriter writer, SentTime? value, JsonSerializerOptions options) => throw new NotSupportedException("Messages are read, never written.");
}
