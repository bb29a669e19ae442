using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using GroomingSignals.Conversations;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data.Pan12;

/// <summary>The conversations of one file, one after the other.</summary>
internal sealed class Pan12Conversation(XmlReader xml, string file, Pan12Labels labels)
{
    private bool _started;
    private string? _error;

    /// <summary>True once the root was found: what fails before it stands in front of it.</summary>
    public bool Entered { get; private set; }

    /// <summary>The next conversation or the error in its place; null at the end.</summary>
    public ReadResult<LabelledConversation>? Next()
    {
        if (!_started)
        {
            _started = true;
            xml.MoveToContent();
            Entered = true;
            if (!string.Equals(xml.LocalName, "conversations", StringComparison.Ordinal))
            {
                ReadResult<LabelledConversation> refused = Failed(Line, "is not of the PAN-2012 format: its root must be <conversations>");
                xml.Close();
                return refused;
            }
        }

        if (!Advance("conversation", depth: 1))
        {
            return null;
        }

        long line = Line;
        _error = null;
        LabelledConversation? conversation = ReadConversation();
        return conversation is null ? Failed(line, _error!) : ReadResult<LabelledConversation>.Of(file, line, conversation);
    }

    private long Line => ((IXmlLineInfo)xml).LineNumber;

    private LabelledConversation? ReadConversation()
    {
        string id = xml.GetAttribute("id")?.Trim() ?? "";
        FrozenSet<int>? lines = labels.Lines.GetValueOrDefault(id);
        Pan12Clock clock = new();
        MessageLedger ledger = new();
        Dictionary<string, bool> authors = new(StringComparer.Ordinal);
        Dictionary<int, bool> messageLabels = [];
        bool empty = xml.IsEmptyElement;
        while (!empty && Advance("message", depth: 2))
        {
            if (ReadMessage(clock) is not { } message)
            {
                continue;
            }

            if (lines is not null)
            {
                bool named = int.TryParse(message.Id, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && lines.Contains(number);
                messageLabels[ledger.Messages.Count] = named;
            }

            authors.TryAdd(message.Sender, labels.Predators.Contains(message.Sender));
            if (!ledger.TryAdd(message))
            {
                _error ??= $"message line {Quoted.Of(message.Id!)} was used before with different content";
            }
        }

        _error = id.Length == 0 ? "the conversation has no id" : _error is null ? null : $"conversation {Quoted.Of(id)}: {_error}";
        if (_error is not null)
        {
            return null;
        }

        Conversation conversation = new()
        {
            Id = id,
            Participants = [.. authors.Keys.Select(a => new Participant { Id = a })],
            Messages = ledger.Messages,
        };
        return new LabelledConversation(conversation, authors.ContainsValue(true)) { ParticipantLabels = authors, MessageLabels = messageLabels };
    }

    private Message? ReadMessage(Pan12Clock clock)
    {
        long line = Line;
        string? number = xml.GetAttribute("line")?.Trim();
        string author = "";
        string time = "";
        string text = "";
        bool empty = xml.IsEmptyElement;
        while (!empty && AdvanceTo(depth: 3))
        {
            switch (xml.LocalName)
            {
                case "author":
                    author = Content().Trim();
                    break;
                case "time":
                    time = Content().Trim();
                    break;
                case "text":
                    text = Content();
                    break;
            }
        }

        DateTimeOffset? sent = null;
        string? problem = author.Length == 0 ? "has no author"
            : time.Length > 0 && (sent = clock.Read(time)) is null ? "has a time that is not HH:MM"
            : null;
        if (problem is not null)
        {
            _error ??= string.Create(CultureInfo.InvariantCulture, $"the message on line {line} {problem}");
            return null;
        }

        return new Message { Id = string.IsNullOrEmpty(number) ? null : number, Sender = author, Time = sent, TimeOffsetAssumed = sent is not null, Text = text };
    }

    /// <summary>The text of the element, whatever stands in it; the reader is left on its end.</summary>
    private string Content()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        int depth = xml.Depth;
        System.Text.StringBuilder text = new();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    private bool Advance(string name, int depth)
    {
        while (AdvanceTo(depth))
        {
            if (string.Equals(xml.LocalName, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the next element of a depth; false at the end of the element around it.</summary>
    private bool AdvanceTo(int depth)
    {
        while (xml.Read() && xml.Depth >= depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth)
            {
                return true;
            }
        }

        return false;
    }

    private ReadResult<LabelledConversation> Failed(long line, string reason) => ReadResult<LabelledConversation>.Failed(new ReadError(file, line, reason));
}
