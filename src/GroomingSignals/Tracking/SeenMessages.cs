using System.Runtime.CompilerServices;
using GroomingSignals.Conversations;

namespace GroomingSignals.Tracking;

/// <summary>The ids of the last 32 messages, as hashes, with hashes of their content: a message that is delivered twice counts once.</summary>
internal sealed class SeenMessages
{
    internal const int Window = 32;
    private const ulong IdMask = (1UL << 48) - 1;

    // Within the object, the ids together: with every message they are searched, in memory that nothing else has touched for long.
    private Ids _ids;
    private Contents _contents;
    private int _start;

    public int Count { get; private set; }

    public (ulong Id, ushort Content) this[int index]
    {
        get
        {
            int at = (_start + index) & (Window - 1);
            return (_ids[at], _contents[at]);
        }
    }

    /// <summary>Looks a message up by its id.</summary>
    /// <returns>Null when it is new; otherwise whether its content is the same.</returns>
    public bool? Find(Message message)
    {
        int at = ((ReadOnlySpan<ulong>)_ids)[..Count].IndexOf(IdOf(message.Id!));
        return at < 0 ? null : _contents[at] == ContentOf(message);
    }

    public void Add(Message message) => Add(IdOf(message.Id!), ContentOf(message));

    public void Add(ulong id, ushort content)
    {
        int at = Count < Window ? Count++ : _start++;
        _start &= Window - 1;
        (_ids[at], _contents[at]) = (id, content);
    }

    private static ulong IdOf(string id)
    {
        var hash = StableHash.Start();
        hash.Add(id);
        return hash.Value & IdMask;
    }

    private static ushort ContentOf(Message message)
    {
        var hash = StableHash.Start();
        hash.Add(message.Sender);
        hash.Add(message.Text);
        hash.Add((int)message.Tags);
        return (ushort)hash.Value;
    }

    [InlineArray(Window)]
    private struct Ids
    {
        private ulong _first;
    }

    [InlineArray(Window)]
    private struct Contents
    {
        private ushort _first;
    }
}
