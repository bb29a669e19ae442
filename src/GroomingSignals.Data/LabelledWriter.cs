using System.Text.Json;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Writing;

namespace GroomingSignals.Data;

/// <summary>
/// Writes labelled conversations as JSON Lines: pure ASCII, LF, what is unknown left out. <see cref="LabelledReader"/> reads the same back,
/// but for fractions of a second, lone surrogates (U+FFFD) and tags that this version does not know.
/// </summary>
public static class LabelledWriter
{
    /// <summary>Writes one line for each conversation.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="conversations">The conversations.</param>
    public static void Write(Stream stream, IEnumerable<LabelledConversation> conversations)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(conversations);
        using Utf8JsonWriter writer = new(stream);
        foreach (LabelledConversation conversation in conversations)
        {
            Write(writer, conversation);
            writer.Flush();
            writer.Reset();
            stream.Write("\n"u8);
        }
    }

    private static void Write(Utf8JsonWriter writer, LabelledConversation labelled)
    {
        writer.WriteStartObject();
        writer.WriteString("id", labelled.Conversation.Id);
        if (labelled.Synthetic)
        {
            writer.WriteBoolean("synthetic", true);
        }

        WriteLabel(writer, labelled.Label);
        if (labelled.Groups.Count > 0)
        {
            writer.WriteStartObject("groups");
            foreach ((string name, string value) in labelled.Groups.OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        WriteParticipants(writer, labelled);
        writer.WriteStartArray("messages");
        for (int i = 0; i < labelled.Conversation.Messages.Count; i++)
        {
            WriteMessage(writer, labelled, i);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteParticipants(Utf8JsonWriter writer, LabelledConversation labelled)
    {
        writer.WriteStartArray("participants");
        foreach (Participant participant in labelled.Conversation.Participants)
        {
            writer.WriteStartObject();
            writer.WriteString("id", participant.Id);
            WriteLabel(writer, labelled.ParticipantLabels.TryGetValue(participant.Id, out bool label) ? label : null);
            if (participant.Age != AgeBand.Unknown || participant.Provenance != AgeProvenance.Unknown)
            {
                writer.WriteStartObject("age");
                writer.WriteString("band", AgeBands.Name(participant.Age));
                writer.WriteString("provenance", AgeBands.Name(participant.Provenance));
                writer.WriteEndObject();
            }

            if (participant.Role is not null)
            {
                writer.WriteString("role", participant.Role);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, LabelledConversation labelled, int index)
    {
        Message message = labelled.Conversation.Messages[index];
        writer.WriteStartObject();
        if (message.Id is not null)
        {
            writer.WriteString("id", message.Id);
        }

        writer.WriteString("sender", message.Sender);
        if (ConversationJson.Time(message.Time, message.TimeOffsetAssumed) is { } time)
        {
            writer.WriteString("time", time);
        }

        writer.WriteString("text", message.Text);
        WriteLabel(writer, labelled.MessageLabels.TryGetValue(index, out bool label) ? label : null);
        if (message.Tags != MessageTags.None)
        {
            ConversationJson.Names(writer, "tags", MessageTagNames.Of(message.Tags));
        }

        if (labelled.MessageTactics.Count > 0)
        {
            ConversationJson.Names(writer, "tactics", labelled.MessageTactics[index].Select(Taxonomy.Id));
        }

        writer.WriteEndObject();
    }

    private static void WriteLabel(Utf8JsonWriter writer, bool? label)
    {
        if (label is { } known)
        {
            writer.WriteNumber("label", known ? 1 : 0);
        }
    }
}
