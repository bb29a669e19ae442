using System.Text.Json;

namespace ModerationService.Intake;

/// <summary>
/// Reads the body that nearly every request has, one message, straight from its bytes. It takes only what is beyond doubt: whatever is wrong, or a batch, is
/// left to the serializer, which reads all there is and tells what is wrong and where.
/// </summary>
internal static class PlainMessage
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = ServiceJson.Default.Options.MaxDepth };

    /// <summary>Reads a body.</summary>
    /// <returns>The same that the serializer reads; null when it is not for this reader.</returns>
    public static MessageRequest? TryRead(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, Options);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? TryRead(ref reader) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static MessageRequest? TryRead(ref Utf8JsonReader reader)
    {
        var request = new MessageRequest();
        var seen = Fields.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            if ((seen & field) != 0 || field == Fields.None || !reader.Read() || !TryTake(ref reader, field, request))
            {
                return null;
            }

            seen |= field;
        }

        // The object has ended: whatever follows is for the serializer to tell.
        return reader.Read() ? null : request;
    }

    private static Fields FieldOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("id"u8) ? Fields.Id
        : reader.ValueTextEquals("sender"u8) ? Fields.Sender
        : reader.ValueTextEquals("time"u8) ? Fields.Time
        : reader.ValueTextEquals("text"u8) ? Fields.Text
        : reader.ValueTextEquals("sequence"u8) ? Fields.Sequence
        : reader.ValueTextEquals("tags"u8) ? Fields.Tags
        : reader.ValueTextEquals("participants"u8) ? Fields.Participants
        : Fields.None;

    private static bool TryTake(ref Utf8JsonReader reader, Fields field, MessageRequest request)
    {
        switch (field)
        {
            case Fields.Id when reader.TokenType == JsonTokenType.String:
                request.Id = reader.GetString();
                return true;
            case Fields.Sender when reader.TokenType == JsonTokenType.String:
                request.Sender = reader.GetString();
                return true;
            case Fields.Text when reader.TokenType == JsonTokenType.String:
                request.Text = HostileTextConverter.TextOf(ref reader);
                return true;
            case Fields.Time when reader.TokenType == JsonTokenType.String:
                request.Time = SentTimeConverter.TimeOf(ref reader);
                return request.Time is not null;
            case Fields.Sequence when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long sequence):
                request.Sequence = sequence;
                return true;
            case Fields.Tags when reader.TokenType == JsonTokenType.StartArray:
                request.Tags = JsonSerializer.Deserialize(ref reader, ServiceJson.Default.StringArray);
                return true;
            case Fields.Participants when reader.TokenType == JsonTokenType.StartArray:
                request.Participants = JsonSerializer.Deserialize(ref reader, ServiceJson.Default.ParticipantRequestArray);
                return true;
            default:
                return false;
        }
    }

    [Flags]
    private enum Fields
    {
        None = 0,
        Id = 1,
        Sender = 2,
        Time = 4,
        Text = 8,
        Sequence = 16,
        Tags = 32,
        Participants = 64,
    }
}
