using System.Text.Json;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Writing;

namespace GroomingSignals.Data.Samples;

/// <summary>Writes composed conversations as JSON Lines: pure ASCII, LF, every line marked <c>"synthetic": true</c>.</summary>
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
