using System.Globalization;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>One row under its header.</summary>
internal readonly record struct CsvRow(CsvColumns Columns, string[] Fields, long Line, CsvHelper.CsvMalformedReason? Malformed)
{
    private static readonly char[] Separators = [';', '|', ' '];

    /// <summary>The id of the conversation; null when the file has no such column, and each row is a conversation of its own.</summary>
    public string? ConversationId => Columns.Conversation < 0 ? null : Field(Columns.Conversation);

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

        return ConversationId is { Length: 0 } ? $"{Columns.NameOf(Columns.Conversation)} is empty" : null;
    }

    /// <summary>The sender as the row describes them; gives the reason when it cannot be read.</summary>
    public Participant? Sender(out string? reason)
    {
        string id = Columns.Sender < 0 ? LabelledReader.SharedSender : Field(Columns.Sender);
        string band = Field(Columns.AgeBand);
        AgeBand age = AgeBand.Unknown;
        reason = id.Length == 0 ? $"{Columns.NameOf(Columns.Sender)} is empty"
            : band.Length > 0 && !AgeBands.TryParse(band, out age) ? $"{Columns.NameOf(Columns.AgeBand)}: {Quoted.Of(band)} is not an age band (unknown, under13, 13-15, 16-17, adult)"
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
            reason = $"{Columns.NameOf(Columns.Time)} is not an ISO 8601 time";
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
            Tags = Tags(),
        };
    }

    /// <summary>What the row says beside its message; gives the reason when it cannot be read.</summary>
    public CsvRowLabels? Labels(out string? reason)
    {
        if (!TryFlag(Columns.Label, out bool? label, out reason)
            || !TryFlag(Columns.SenderLabel, out bool? sender, out reason)
            || !TryFlag(Columns.Synthetic, out bool? synthetic, out reason))
        {
            return null;
        }

        List<Tactic> tactics = [];
        foreach (string id in Names(Columns.Tactics))
        {
            if (!Taxonomy.TryParse(id, out Tactic tactic))
            {
                reason = $"{Columns.NameOf(Columns.Tactics)}: {TacticLists.Refusal(id)}";
                return null;
            }

            tactics.Add(tactic);
        }

        return new CsvRowLabels(label, sender, Columns.Tactics < 0 ? null : tactics, synthetic == true);
    }

    /// <summary>The groups that the row names, by column.</summary>
    public IEnumerable<(string Name, string Value)> Groups()
    {
        foreach ((string name, int column) in Columns.Groups)
        {
            if (Field(column) is { Length: > 0 } value)
            {
                yield return (name, value);
            }
        }
    }

    private bool TryFlag(int column, out bool? flag, out string? reason)
    {
        flag = null;
        reason = null;
        string text = Field(column);
        if (text.Length == 0)
        {
            return true;
        }

        bool valid = LabelText.TryParse(text, out bool value);
        flag = value;
        reason = valid ? null : $"{Columns.NameOf(column)}: {LabelText.Refusal(text)}";
        return valid;
    }

    private MessageTags Tags()
    {
        MessageTags tags = MessageTags.None;
        foreach (string name in Names(Columns.Tags))
        {
            tags |= MessageTagNames.TryParse(name, out MessageTags tag) ? tag : MessageTags.Other;
        }

        return tags;
    }

    private string[] Names(int column) => Field(column).Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Field(int column) => column >= 0 && column < Fields.Length ? Fields[column].Trim() : "";
}
