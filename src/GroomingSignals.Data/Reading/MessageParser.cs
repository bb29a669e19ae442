using System.Text.Json;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>The messages of a conversation in JSON.</summary>
/// <param name="fields">The line in hand.</param>
/// <param name="labels">Where tactics and labels go; null to pass over them.</param>
internal sealed class MessageParser(JsonFields fields, LabelParser? labels)
{
    public bool TryRead(ref Utf8JsonReader reader, out List<Message>? messages)
    {
        MessageLedger ledger = new();
        messages = ledger.Messages;
        if (!fields.EnterArray(ref reader, "messages", out bool entered))
        {
            return false;
        }

        if (!entered)
        {
            return fields.Fail("messages is missing");
        }

        while (JsonFields.NextElement(ref reader))
        {
            int index = messages.Count;
            Message? message = ReadMessage(ref reader, index);
            if (message is null)
            {
                return false;
            }

            if (!ledger.TryAdd(message))
            {
                return fields.Fail($"{JsonFields.Place("messages", index)}: message id {Quoted.Of(message.Id!)} was used before with different content");
            }
        }

        return true;
    }

    private Message? ReadMessage(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return fields.Fail<Message>($"{JsonFields.Place("messages", index)} must be an object");
        }

        string? id = null;
        string? sender = null;
        string? text = null;
        DateTimeOffset? time = null;
        bool offsetAssumed = false;
        MessageTags tags = MessageTags.None;
        while (JsonFields.NextProperty(ref reader))
        {
            bool valid = true;
            if (JsonText.Is(in reader, "id"u8))
            {
                valid = fields.ReadId(ref reader, "id", isSender: false, out id);
            }
            else if (JsonText.Is(in reader, "sender"u8))
            {
                valid = fields.ReadId(ref reader, "sender", isSender: true, out sender);
            }
            else if (JsonText.Is(in reader, "text"u8))
            {
                valid = fields.ReadString(ref reader, "text", out text);
            }
            else if (JsonText.Is(in reader, "time"u8))
            {
                valid = ReadTime(ref reader, out time, out offsetAssumed);
            }
            else if (JsonText.Is(in reader, "tags"u8))
            {
                valid = ReadTags(ref reader, out tags);
            }
            else if (labels is not null && JsonText.Is(in reader, "tactics"u8))
            {
                valid = labels.TryReadTactics(ref reader, index);
            }
            else if (labels is not null && JsonText.Is(in reader, "label"u8))
            {
                valid = labels.TryReadMessageLabel(ref reader, index);
            }
            else
            {
                JsonFields.Pass(ref reader);
            }

            if (!valid)
            {
                return fields.Fail<Message>($"{JsonFields.Place("messages", index)}.{fields.Error}");
            }
        }

        if (sender is null)
        {
            return fields.Fail<Message>($"{JsonFields.Place("messages", index)}.sender is missing or empty");
        }

        return text is null && tags == MessageTags.None
            ? fields.Fail<Message>($"{JsonFields.Place("messages", index)}.text is missing, and there are no tags")
            : new Message { Id = id, Sender = sender, Text = text ?? "", Time = time, TimeOffsetAssumed = offsetAssumed, Tags = tags };
    }

    private bool ReadTime(ref Utf8JsonReader reader, out DateTimeOffset? time, out bool offsetAssumed)
    {
        time = null;
        offsetAssumed = false;
        if (!fields.ReadString(ref reader, "time", out string? text))
        {
            return false;
        }

        if (text is null)
        {
            return true;
        }

        bool valid = IsoTime.TryParse(text, out DateTimeOffset parsed, out offsetAssumed);
        time = parsed;
        return valid || fields.Fail("time is not an ISO 8601 time");
    }

    private bool ReadTags(ref Utf8JsonReader reader, out MessageTags tags)
    {
        tags = MessageTags.None;
        if (!fields.EnterArray(ref reader, "tags", out bool entered))
        {
            return false;
        }

        while (entered && JsonFields.NextElement(ref reader))
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                return fields.Fail("tags must hold strings only");
            }

            tags |= MessageTagNames.TryParse(JsonText.Decode(in reader), out MessageTags tag) ? tag : MessageTags.Other;
        }

        return true;
    }
}
