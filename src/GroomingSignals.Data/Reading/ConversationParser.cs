using System.Globalization;
using System.Text.Json;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>
/// Parses one conversation from JSON, with or without what a person said of it. Unknown fields are passed over; of a key written twice the last counts.
/// Errors are values, not exceptions, since a bad file has many; they name places and ids, never message text.
/// </summary>
internal sealed class ConversationParser
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 128 };

    private readonly JsonFields _fields = new();
    private readonly LabelParser? _labels;
    private readonly ParticipantParser _participants;
    private readonly MessageParser _messages;

    private ConversationParser(bool labelled)
    {
        _labels = labelled ? new LabelParser(_fields) : null;
        _participants = new ParticipantParser(_fields, _labels);
        _messages = new MessageParser(_fields, _labels);
    }

    /// <summary>Parses a line, passing over labels; gives the reason when it cannot.</summary>
    public static Conversation? Parse(ReadOnlySpan<byte> json, out string? reason) => new ConversationParser(labelled: false).Read(json, out reason);

    /// <summary>Parses a line with its labels; gives the reason when it cannot.</summary>
    public static LabelledConversation? ParseLabelled(ReadOnlySpan<byte> json, out string? reason)
    {
        ConversationParser parser = new(labelled: true);
        return parser.Read(json, out reason) is { } conversation ? parser._labels!.Of(conversation) : null;
    }

    private Conversation? Read(ReadOnlySpan<byte> json, out string? reason)
    {
        try
        {
            Utf8JsonReader reader = new(json, Options);
            Conversation? conversation = ReadConversation(ref reader);
            if (conversation is not null)
            {
                // Anything but white space after the object is malformed: the reader throws.
                reader.Read();
            }

            reason = _fields.Error;
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
            return _fields.Fail<Conversation>("a conversation must be a JSON object");
        }

        string? id = null;
        List<Participant> participants = [];
        List<Message>? messages = null;
        while (JsonFields.NextProperty(ref reader))
        {
            bool valid = true;
            if (JsonText.Is(in reader, "id"u8))
            {
                valid = _fields.ReadId(ref reader, "id", isSender: false, out id);
            }
            else if (JsonText.Is(in reader, "participants"u8))
            {
                _labels?.ForgetParticipants();
                valid = _participants.TryRead(ref reader, out participants);
            }
            else if (JsonText.Is(in reader, "messages"u8))
            {
                _labels?.ForgetMessages();
                valid = _messages.TryRead(ref reader, out messages);
            }
            else if (_labels is null || !_labels.TryTake(ref reader, out valid))
            {
                JsonFields.Pass(ref reader);
            }

            if (!valid)
            {
                return null;
            }
        }

        return messages is null
            ? _fields.Fail<Conversation>("messages is missing")
            : new Conversation { Id = id, Participants = participants, Messages = messages };
    }
}
