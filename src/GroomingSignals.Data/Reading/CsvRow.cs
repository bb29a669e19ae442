using System.Globalization;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>One row under its header.</summary>
internal readonly record struct CsvRow(CsvColumns Columns, string[] Fields, long Line, CsvHelper.CsvMalformedReason? Malformed)
{
    public string ConversationId => Field(Columns.Conversation);

    /// <summary>Why the row cannot be cut into its fields; null when it can.</summary>
    public string? ShapeProblem()
    {
        // A quote inside a field that is not quoted is kept as text: it has one reading only.
        if (Malformed is CsvHelper.CsvMalformedReason.UnterminatedQuote)
        {
            return "malformed CSV: a quote is not closed; the row and what follows are lost";
        }

        if (Malformed is CsvHelper.CsvMalformedReason.TextAfterClosingQuote)
        {
            return "malformed CSV: text after the closing quote of a field";
        }

        if (Fields.Length != Columns.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"malformed CSV: the row has {Fields.Length} fields, the header {Columns.Count}");
        }

        return ConversationId.Length == 0 ? "conversation_id is empty" : null;
    }

    /// <summary>The sender as the row describes them; gives the reason when it cannot be read.</summary>
    public Participant? Sender(out string? reason)
    {
        string id = Field(Columns.Sender);
        string band = Field(Columns.AgeBand);
        AgeBand age = AgeBand.Unknown;
        reason = id.Length == 0 ? "sender_id is empty"
            : band.Length > 0 && !AgeBands.TryParse(band, out age) ? $"sender_age_band: {Quoted.Of(band)} is not an age band (unknown, under13, 13-15, 16-17, adult)"
            : null;
        return reason is null ? new Participant { Id = id, Age = age } : null;
    }

    /// <summary>The message of the row; gives the reason when it cannot be read.</summary>
    public Message? Message(string sender, out string? reason)
    {
        string time = Field(Columns.Time);
        DateTimeOffset sent = default;
        bool assumed = false;
        if (time.Length > 0 && !IsoTime.TryParse(time, out sent, out assumed))
        {
            reason = "sent_at is not an ISO 8601 time";
            return null;
        }

        reason = null;
        string id = Field(Columns.Message);
        return new Message
        {
            Id = id.Length == 0 ? null : id,
            Sender = sender,
            Time = time.Length == 0 ? null : sent,
            TimeOffsetAssumed = assumed,
            Text = Columns.Text < Fields.Length ? Fields[Columns.Text] : "",
            Tags = Tags(Field(Columns.Tags)),
        };
    }

    private static MessageTags Tags(string names)
    {
        MessageTags tags = MessageTags.None;
        foreach (string name in names.Split([';', '|', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            tags |= MessageTagNames.TryParse(name, out MessageTags tag) ? tag : MessageTags.Other;
        }

        return tags;
    }

    private string Field(int column) => column >= 0 && column < Fields.Length ? Fields[column].Trim() : "";
}
