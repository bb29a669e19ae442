using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>The tactics that the data names for each message; nothing at all where it names none for any.</summary>
internal sealed class TacticLists
{
    private readonly List<IReadOnlyList<Tactic>> _byMessage = [];

    /// <summary>Why an id is no tactic.</summary>
    public static string Refusal(string id) => $"{Quoted.Of(id)} is not a tactic ({string.Join(", ", Taxonomy.Tactics.Select(t => t.Id))})";

    public void Clear() => _byMessage.Clear();

    /// <summary>Messages come in their order; of two lists for one message the last counts.</summary>
    public void Set(int message, IReadOnlyList<Tactic> tactics)
    {
        Fill(message + 1);
        _byMessage[message] = tactics;
    }

    /// <summary>One list a message, when the data said anything of messages.</summary>
    public IReadOnlyList<IReadOnlyList<Tactic>> For(int messages)
    {
        if (_byMessage.Count > 0)
        {
            Fill(messages);
        }

        return _byMessage;
    }

    private void Fill(int count)
    {
        while (_byMessage.Count < count)
        {
            _byMessage.Add([]);
        }
    }
}
