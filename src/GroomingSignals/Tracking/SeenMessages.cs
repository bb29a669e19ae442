using GroomingSignals.Conversations;

namespace GroomingSignals.Tracking;

/// <summary>The ids of the last 32 messages, as hashes, with hashes of their content: a message that is delivered twice counts once.</summary>
internal sealed class SeenMessages
{
    internal const int Window = 32;
    private const ulong IdMask = (1UL << 48) - 1;

    private (ulong Id, ushort Content)[]? _ring;
    private int _start;

    public int Count { get; private set; }

    public (ulong Id, ushort Content) this[int index] => _ring![(_start + index) % Window];

    /// <summary>Looks a message up by its id.</summary>
    /// <returns>Null when it is new; otherwise whether its content is the same.</returns>
    public bool? Find(Message message)
    {
        if (Count == 0)
        {
            return null;
        }

        ulong id = IdOf(message.Id!);
        for (int i = 0; i < Count; i++)
        {
            if (this[i].Id == id)
            {
                return this[i].Content == ContentOf(message);
            }
        }

        return null;
    }

    public void Add(Message message) => Add(IdOf(message.Id!), ContentOf(message));

    public void Add(ulong id, ushort content)
    {
        _ring ??= new (ulong, ushort)[Window];
        if (Count < Window)
        {
            _ring[(_start + Count++) % Window] = (id, content);
            return;
        }

        _ring[_start] = (id, content);
        _start = (_start + 1) % Window;
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
}
