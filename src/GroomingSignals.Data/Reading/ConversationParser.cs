using System.Globalization;
using System.Text.Json;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>
/// Parses one conversation from JSON. Unknown fields are passed over; of a key written twice the last counts.
/// Errors are values, not exceptions, since a bad file has many; they name places and ids, never message text.
/// </summary>
internal sealed class ConversationParser
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 128 };

    private readonly SenderNames _senders = new();
    private string? _error;

    private ConversationParser()
    {
    }

    /// <summary>Parses a line; gives the reason when it cannot.</summary>
    public static Conversation? Parse(ReadOnlySpan<byte> json, out string? reason)
    {
        ConversationParser parser = new();
        try
        {
            Utf8JsonReader reader = new(json, Options);
            Conversation? conversation = parser.ReadConversation(ref reader);
            if (conversation is not null)
            {
                // Anything but white space after the object is malformed: the reader throws.
                reader.Read();
            }

            reason = parser._error;
            return conversation;
        }
        catch (JsonException exception)
        {
            // Its message quotes the input: only the place is passed on.
            long column = (exception.BytePositionInLine ?? 0) + 1;
            reason = string.Create(CultureInfo.InvariantCulture, $"malformed JSON at byte {column} of the line");
            return null;
        }
    }

    private Conversation? ReadConversation(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return Fail<Conversation>("a conversation must be a JSON object");
        }

        string? id = null;
        List<Participant> participants = [];
        List<Message>? messages = null;
        while (NextProperty(ref reader))
        {
            bool valid = true;
            if (JsonText.Is(in reader, "id"u8))
            {
                valid = ReadId(ref reader, "id", isSender: false, out id);
            }
            else if (JsonText.Is(in reader, "participants"u8))
            {
                valid = ReadParticipants(ref reader, out participants);
            }
            else if (JsonText.Is(in reader, "messages"u8))
            {
                valid = ReadMessages(ref reader, out messages);
            }
            else
            {
                Pass(ref reader);
            }

            if (!valid)
            {
                return null;
            }
        }

        return messages is null
            ? Fail<Conversation>("messages is missing")
            : new Conversation { Id = id, Participants = participants, Messages = messages };
    }

    private bool ReadParticipants(ref Utf8JsonReader reader, out List<Participant> participants)
    {
        participants = [];
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Fail("participants must be an array");
        }

        HashSet<string> ids = new(StringComparer.Ordinal);
        while (NextElement(ref reader))
        {
            string place = Place("participants", participants.Count);
            Participant? participant = ReadParticipant(ref reader, place);
            if (participant is null)
            {
                return false;
            }

            if (!ids.Add(participant.Id))
            {
                return Fail($"{place}: participant {Quoted.Of(participant.Id)} is listed twice");
            }

            participants.Add(participant);
        }

        return true;
    }

    private Participant? ReadParticipant(ref Utf8JsonReader reader, string place)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Fail<Participant>($"{place} must be an object");
        }

        string? id = null;
        string? role = null;
        AgeBand band = AgeBand.Unknown;
        AgeProvenance provenance = AgeProvenance.Unknown;
        while (NextProperty(ref reader))
        {
            bool valid = true;
            if (JsonText.Is(in reader, "id"u8))
            {
                valid = ReadId(ref reader, $"{place}.id", isSender: true, out id);
            }
            else if (JsonText.Is(in reader, "age"u8))
            {
                valid = ReadAge(ref reader, $"{place}.age", out band, out provenance);
            }
            else if (JsonText.Is(in reader, "role"u8))
            {
                valid = ReadString(ref reader, $"{place}.role", out role);
            }
            else
            {
                Pass(ref reader);
            }

            if (!valid)
            {
                return null;
            }
        }

        return id is null
            ? Fail<Participant>($"{place}.id is missing or empty")
            : new Participant { Id = id, Age = band, Provenance = provenance, Role = role };
    }

    private bool ReadAge(ref Utf8JsonReader reader, string place, out AgeBand band, out AgeProvenance provenance)
    {
        band = AgeBand.Unknown;
        provenance = AgeProvenance.Unknown;
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Fail($"{place} must be an object");
        }

        while (NextProperty(ref reader))
        {
            bool isBand = JsonText.Is(in reader, "band"u8);
            if (!isBand && !JsonText.Is(in reader, "provenance"u8))
            {
                Pass(ref reader);
                continue;
            }

            if (!ReadString(ref reader, isBand ? $"{place}.band" : $"{place}.provenance", out string? name))
            {
                return false;
            }

            if (isBand && !AgeBands.TryParse(name ?? "unknown", out band))
            {
                return Fail($"{place}.band: {Quoted.Of(name!)} is not an age band (unknown, under13, 13-15, 16-17, adult)");
            }

            if (!isBand && !AgeBands.TryParse(name ?? "unknown", out provenance))
            {
                return Fail($"{place}.provenance: {Quoted.Of(name!)} is not a provenance (unknown, inferred, declared, verified)");
            }
        }

        return true;
    }

    private bool ReadMessages(ref Utf8JsonReader reader, out List<Message>? messages)
    {
        MessageLedger ledger = new();
        messages = ledger.Messages;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Fail(reader.TokenType == JsonTokenType.Null ? "messages is missing" : "messages must be an array");
        }

        while (NextElement(ref reader))
        {
            int index = messages.Count;
            Message? message = ReadMessage(ref reader, index);
            if (message is null)
            {
                return false;
            }

            if (!ledger.TryAdd(message))
            {
                return Fail($"{Place("messages", index)}: message id {Quoted.Of(message.Id!)} was used before with different content");
            }
        }

        return true;
    }

    private Message? ReadMessage(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Fail<Message>($"{Place("messages", index)} must be an object");
        }

        string? id = null;
        string? sender = null;
        string? text = null;
        DateTimeOffset? time = null;
        bool offsetAssumed = false;
        MessageTags tags = MessageTags.None;
        while (NextProperty(ref reader))
        {
            bool valid = true;
            if (JsonText.Is(in reader, "id"u8))
            {
                valid = ReadId(ref reader, "id", isSender: false, out id);
            }
            else if (JsonText.Is(in reader, "sender"u8))
            {
                valid = ReadId(ref reader, "sender", isSender: true, out sender);
            }
            else if (JsonText.Is(in reader, "text"u8))
            {
                valid = ReadString(ref reader, "text", out text);
            }
            else if (JsonText.Is(in reader, "time"u8))
            {
                valid = ReadTime(ref reader, out time, out offsetAssumed);
            }
            else if (JsonText.Is(in reader, "tags"u8))
            {
                valid = ReadTags(ref reader, out tags);
            }
            else
            {
                Pass(ref reader);
            }

            if (!valid)
            {
                return Fail<Message>($"{Place("messages", index)}.{_error}");
            }
        }

        if (sender is null)
        {
            return Fail<Message>($"{Place("messages", index)}.sender is missing or empty");
        }

        return text is null && tags == MessageTags.None
            ? Fail<Message>($"{Place("messages", index)}.text is missing, and there are no tags")
            : new Message { Id = id, Sender = sender, Text = text ?? "", Time = time, TimeOffsetAssumed = offsetAssumed, Tags = tags };
    }

    private bool ReadTime(ref Utf8JsonReader reader, out DateTimeOffset? time, out bool offsetAssumed)
    {
        time = null;
        offsetAssumed = false;
        if (!ReadString(ref reader, "time", out string? text))
        {
            return false;
        }

        if (text is null)
        {
            return true;
        }

        bool valid = IsoTime.TryParse(text, out DateTimeOffset parsed, out offsetAssumed);
        time = parsed;
        return valid || Fail("time is not an ISO 8601 time");
    }

    private bool ReadTags(ref Utf8JsonReader reader, out MessageTags tags)
    {
        tags = MessageTags.None;
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Fail("tags must be an array");
        }

        while (NextElement(ref reader))
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                return Fail("tags must hold strings only");
            }

            tags |= Tag(JsonText.Decode(in reader));
        }

        return true;
    }

    private static MessageTags Tag(string name) => MessageTagNames.TryParse(name, out MessageTags tag) ? tag : MessageTags.Other;

    // An id is a string or an integer, kept as its text; an empty one counts as missing.
    private bool ReadId(ref Utf8JsonReader reader, string place, bool isSender, out string? id)
    {
        id = null;
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.String:
            case JsonTokenType.Number when reader.ValueSpan.IndexOfAny(".eE"u8) < 0:
                id = isSender ? _senders.Get(in reader) : JsonText.Decode(in reader);
                id = id.Length == 0 ? null : id;
                return true;
            default:
                return Fail($"{place} must be a string or an integer");
        }
    }

    private bool ReadString(ref Utf8JsonReader reader, string place, out string? value)
    {
        reader.Read();
        value = reader.TokenType == JsonTokenType.String ? JsonText.Decode(in reader) : null;
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null || Fail($"{place} must be a string");
    }

    private static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static bool NextElement(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    private static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static string Place(string array, int index) => string.Create(CultureInfo.InvariantCulture, $"{array}[{index}]");

    private bool Fail(string reason)
    {
        _error = reason;
        return false;
    }

    private T? Fail<T>(string reason)
        where T : class
    {
        _error = reason;
        return null;
    }
}
