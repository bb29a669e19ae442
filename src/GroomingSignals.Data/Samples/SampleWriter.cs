using System.Text;
using System.Text.Json;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Writing;

namespace GroomingSignals.Data.Samples;

/// <summary>Writes composed conversations as JSON Lines or CSV: pure ASCII, LF, every conversation marked as synthetic.</summary>
public static class SampleWriter
{
    /// <summary>Writes one line for each conversation.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="samples">The conversations.</param>
    public static void Write(Stream stream, IEnumerable<SampleConversation> samples)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(samples);
        using Utf8JsonWriter writer = new(stream);
        foreach (SampleConversation sample in samples)
        {
            Write(writer, sample);
            writer.Flush();
            writer.Reset();
            stream.Write("\n"u8);
        }
    }

    /// <summary>Writes labelled CSV: a header, and one message a row. Roles and the provenance of ages have no column.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="samples">The conversations.</param>
    public static void WriteCsv(Stream stream, IEnumerable<SampleConversation> samples)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(samples);
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("conversation_id,message_id,sender_id,sender_age_band,sent_at,text,tags,label,tactics,synthetic");
        foreach (SampleConversation sample in samples)
        {
            Dictionary<string, AgeBand> ages = sample.Conversation.Participants.ToDictionary(p => p.Id, p => p.Age, StringComparer.Ordinal);
            for (int i = 0; i < sample.Conversation.Messages.Count; i++)
            {
                Message message = sample.Conversation.Messages[i];
                writer.WriteLine(CsvText.Row(
                    sample.Conversation.Id!,
                    message.Id ?? "",
                    message.Sender,
                    AgeBands.Name(ages[message.Sender]),
                    ConversationJson.Time(message.Time, message.TimeOffsetAssumed) ?? "",
                    message.Text,
                    string.Join(';', MessageTagNames.Of(message.Tags)),
                    sample.Label == 1 ? "1" : "0",
                    string.Join(';', sample.Tactics[i].Select(Taxonomy.Id)),
                    "true"));
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, SampleConversation sample)
    {
        writer.WriteStartObject();
        writer.WriteString("id", sample.Conversation.Id);
        writer.WriteBoolean("synthetic", true);
        writer.WriteNumber("label", sample.Label);
        writer.WriteString("scene", sample.Scene);
        writer.WriteStartArray("participants");
        foreach (Participant participant in sample.Conversation.Participants)
        {
            writer.WriteStartObject();
            writer.WriteString("id", participant.Id);
            writer.WriteStartObject("age");
            writer.WriteString("band", AgeBands.Name(participant.Age));
            writer.WriteString("provenance", AgeBands.Name(participant.Provenance));
            writer.WriteEndObject();
            writer.WriteString("role", participant.Role);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("messages");
        for (int i = 0; i < sample.Conversation.Messages.Count; i++)
        {
            Message message = sample.Conversation.Messages[i];
            writer.WriteStartObject();
            writer.WriteString("id", message.Id);
            writer.WriteString("sender", message.Sender);
            writer.WriteString("time", ConversationJson.Time(message.Time, message.TimeOffsetAssumed));
            writer.WriteString("text", message.Text);
            ConversationJson.Names(writer, "tags", MessageTagNames.Of(message.Tags));
            ConversationJson.Names(writer, "tactics", sample.Tactics[i].Select(Taxonomy.Id));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
