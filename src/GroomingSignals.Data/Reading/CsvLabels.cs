using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>What the rows of one conversation say of it together.</summary>
internal sealed class CsvLabels
{
    private readonly Dictionary<string, bool> _participants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private readonly TacticLists _tactics = new();
    private bool? _label;
    private bool _synthetic;

    /// <summary>What the rows disagree on, and the first line that disagrees: such a conversation has no label, so it is refused as a whole.</summary>
    public (string What, long Line)? Conflict { get; private set; }

    /// <summary>Takes what a row says, once its message was taken.</summary>
    public void Add(CsvRow row, CsvRowLabels said, string sender, int message)
    {
        _label ??= said.Label;
        if (said.Label is { } label && label != _label)
        {
            Disagree("the label", row.Line);
        }

        if (said.Sender is { } grooms && !_participants.TryAdd(sender, grooms) && _participants[sender] != grooms)
        {
            Disagree($"the label of sender {Quoted.Of(sender)}", row.Line);
        }

        foreach ((string name, string value) in row.Groups())
        {
            if (!_groups.TryAdd(name, value) && !string.Equals(_groups[name], value, StringComparison.Ordinal))
            {
                Disagree($"the group {Quoted.Of(name)}", row.Line);
            }
        }

        if (said.Tactics is not null)
        {
            _tactics.Set(message, said.Tactics);
        }

        _synthetic |= said.Synthetic;
    }

    public LabelledConversation Of(Conversation conversation) => new(conversation, _label)
    {
        ParticipantLabels = _participants,
        MessageTactics = _tactics.For(conversation.Messages.Count),
        Groups = _groups,
        Synthetic = _synthetic,
    };

    private void Disagree(string what, long line) => Conflict ??= (what, line);
}
