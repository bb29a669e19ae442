namespace GroomingSignals.Data.Reading;

/// <summary>Where the columns stand; -1 for one that is not there. Extra columns are passed over.</summary>
internal sealed record CsvColumns(int Count, int Conversation, int Message, int Sender, int AgeBand, int Time, int Text, int Tags)
{
    public static CsvColumns? Find(string[] header, out string? missing)
    {
        int Index(string name) => Array.FindIndex(header, h => string.Equals(h.Trim(), name, StringComparison.OrdinalIgnoreCase));

        CsvColumns columns = new(
            header.Length, Index("conversation_id"), Index("message_id"), Index("sender_id"),
            Index("sender_age_band"), Index("sent_at"), Index("text"), Index("tags"));
        missing = columns switch
        {
            { Conversation: < 0 } => "conversation_id",
            { Sender: < 0 } => "sender_id",
            { Text: < 0 } => "text",
            _ => null,
        };
        missing = missing is null ? null : $"the header has no column {missing}";
        return missing is null ? columns : null;
    }
}
