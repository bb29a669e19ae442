using System.Globalization;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>Collects the rows of the conversation in hand.</summary>
/// <param name="file">How errors name the input.</param>
/// <param name="labelled">True for labelled data, whose reader gives ids over all inputs to conversations without one.</param>
internal sealed class CsvGroup(string file, bool labelled)
{
    private readonly SeenIds _seen = new();
    private Dictionary<string, Participant> _senders = new(StringComparer.Ordinal);
    private MessageLedger _ledger = new();
    private CsvLabels _labels = new();
    private string? _id;
    private string? _returned;
    private long _rows;
    private long _line;
    private long _size;

    /// <summary>Takes a row. Gives the conversation that it completes, and the reason when the row itself cannot be taken.</summary>
    public void Add(CsvRow row, out ConversationRecord? completed, out string? reason)
    {
        completed = null;
        long index = _rows++;
        reason = row.ShapeProblem();
        if (reason is not null)
        {
            return;
        }

        string? id = row.ConversationId;
        if (id is null || !string.Equals(id, _id, StringComparison.Ordinal))
        {
            if (id is not null && string.Equals(id, _returned, StringComparison.Ordinal))
            {
                return;
            }

            completed = Complete();
            if (id is not null && !_seen.Add(id))
            {
                _returned = id;
                reason = $"conversation {Quoted.Of(id)} returns after another one; its rows must be contiguous, and those from here on are passed over";
                return;
            }

            _id = id ?? (labelled ? null : index.ToString(CultureInfo.InvariantCulture));
            _returned = null;
            _line = row.Line;
        }

        reason = Take(row);
    }

    /// <summary>Ends the conversation in hand; null when there is none, or none of its rows could be read.</summary>
    public ConversationRecord? Complete()
    {
        ConversationRecord? record = _ledger.Messages.Count == 0 ? null : Record();
        _id = null;
        _senders = new Dictionary<string, Participant>(StringComparer.Ordinal);
        _ledger = new MessageLedger();
        _labels = new CsvLabels();
        _size = 0;
        return record;
    }

    private ConversationRecord Record()
    {
        if (_labels.Conflict is { } conflict)
        {
            return new ConversationRecord(new ReadError(file, conflict.Line, $"conversation {Quoted.Of(_id ?? "")}: its rows disagree on {conflict.What}"));
        }

        Conversation conversation = new() { Id = _id, Participants = [.. _senders.Values], Messages = _ledger.Messages };
        return new ConversationRecord(file, _line, _size, _labels.Of(conversation));
    }

    private string? Take(CsvRow row)
    {
        if (row.Labels(out string? reason) is not { } labels || row.Sender(out reason) is not { } sender)
        {
            return reason;
        }

        bool known = _senders.TryGetValue(sender.Id, out Participant? earlier);
        if (known && sender.Age != AgeBand.Unknown && earlier!.Age != AgeBand.Unknown && sender.Age != earlier.Age)
        {
            return $"{row.Columns.NameOf(row.Columns.AgeBand)} of {Quoted.Of(sender.Id)} differs from an earlier row";
        }

        if (row.Message(known ? earlier!.Id : sender.Id, out reason) is not { } message)
        {
            return reason;
        }

        if (!_ledger.TryAdd(message))
        {
            return $"message id {Quoted.Of(message.Id!)} was used before with different content";
        }

        if (!known || earlier!.Age == AgeBand.Unknown)
        {
            _senders[sender.Id] = sender;
        }

        _labels.Add(row, labels, message.Sender, _ledger.Messages.Count - 1);
        _size += 200 + (2L * message.Text.Length);
        return null;
    }
}
