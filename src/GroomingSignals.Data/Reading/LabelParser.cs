using System.Text.Json;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>What a line of JSON says of its conversation beside it: label, participants' labels, messages' tactics, groups, whether it is synthetic.</summary>
internal sealed class LabelParser(JsonFields fields)
{
    private readonly Dictionary<string, bool> _participants = new(StringComparer.Ordinal);
    private readonly Dictionary<int, bool> _messages = [];
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private readonly TacticLists _tactics = new();
    private bool? _label;
    private bool _synthetic;

    /// <summary>Of a key written twice the last counts.</summary>
    public void ForgetParticipants() => _participants.Clear();

    /// <summary>Of a key written twice the last counts.</summary>
    public void ForgetMessages()
    {
        _tactics.Clear();
        _messages.Clear();
    }

    public void OfParticipant(string id, bool? label)
    {
        if (label is { } known)
        {
            _participants[id] = known;
        }
    }

    public bool TryReadMessageLabel(ref Utf8JsonReader reader, int message)
    {
        bool valid = TryReadLabel(ref reader, "label", out bool? label);
        _messages.Remove(message);
        if (label is { } known)
        {
            _messages[message] = known;
        }

        return valid;
    }

    /// <summary>Reads the property that the reader stands on when it is one of the conversation's; false when it is not.</summary>
    public bool TryTake(ref Utf8JsonReader reader, out bool valid)
    {
        valid = true;
        if (JsonText.Is(in reader, "label"u8))
        {
            valid = TryReadLabel(ref reader, "label", out _label);
        }
        else if (JsonText.Is(in reader, "synthetic"u8))
        {
            reader.Read();
            _synthetic = reader.TokenType == JsonTokenType.True;
            valid = reader.TokenType is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null || fields.Fail("synthetic must be true or false");
        }
        else if (JsonText.Is(in reader, "groups"u8))
        {
            valid = TryReadGroups(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>A label is 0 or 1, or true or false, as number, boolean or string; null is no label.</summary>
    public bool TryReadLabel(ref Utf8JsonReader reader, string place, out bool? label)
    {
        label = null;
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                label = reader.TokenType == JsonTokenType.True;
                return true;
            case JsonTokenType.Number or JsonTokenType.String when LabelText.TryParse(JsonText.Decode(in reader), out bool value):
                label = value;
                return true;
            case JsonTokenType.Number or JsonTokenType.String:
                return fields.Fail($"{place}: {LabelText.Refusal(JsonText.Decode(in reader))}");
            default:
                return fields.Fail($"{place} must be 0 or 1, or true or false");
        }
    }

    public bool TryReadTactics(ref Utf8JsonReader reader, int message)
    {
        if (!fields.EnterArray(ref reader, "tactics", out bool entered))
        {
            return false;
        }

        List<Tactic> tactics = [];
        while (entered && JsonFields.NextElement(ref reader))
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                return fields.Fail("tactics must hold strings only");
            }

            string id = JsonText.Decode(in reader);
            if (!Taxonomy.TryParse(id, out Tactic tactic))
            {
                return fields.Fail($"tactics: {TacticLists.Refusal(id)}");
            }

            tactics.Add(tactic);
        }

        if (entered)
        {
            _tactics.Set(message, tactics);
        }

        return true;
    }

    public LabelledConversation Of(Conversation conversation) => new(conversation, _label)
    {
        ParticipantLabels = _participants,
        MessageTactics = _tactics.For(conversation.Messages.Count),
        MessageLabels = _messages,
        Groups = _groups,
        Synthetic = _synthetic,
    };

    private bool TryReadGroups(ref Utf8JsonReader reader)
    {
        _groups.Clear();
        if (!fields.EnterObject(ref reader, "groups", out bool entered))
        {
            return false;
        }

        while (entered && JsonFields.NextProperty(ref reader))
        {
            string name = JsonText.Decode(in reader);
            if (!fields.ReadString(ref reader, $"groups.{Quoted.Of(name)}", out string? value))
            {
                return false;
            }

            if (!string.IsNullOrEmpty(value))
            {
                _groups[name] = value;
            }
        }

        return true;
    }
}
