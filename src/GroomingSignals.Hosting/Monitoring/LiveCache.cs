namespace GroomingSignals.Hosting.Monitoring;

/// <summary>
/// The conversations of a shard that were active last, to a limit. One owner at a time. The order is kept in links by number, close together: every
/// message moves its conversation to the front, and its neighbours in that order are conversations that nothing else has in reach just then.
/// </summary>
internal sealed class LiveCache(int capacity)
{
    private const int None = -1;

    private readonly Dictionary<ConversationKey, int> _places = [];
    private readonly List<LiveConversation?> _held = [];
    private readonly Stack<int> _free = new();
    private Link[] _links = [];
    private int _newest = None;
    private int _oldest = None;

    public int Count => _places.Count;

    public LiveConversation? Find(ConversationKey key)
    {
        if (!_places.TryGetValue(key, out int place))
        {
            return null;
        }

        if (place != _newest)
        {
            TakeOut(place);
            PutFirst(place);
        }

        return _held[place];
    }

    /// <summary>Keeps a conversation, and gives up the one that was quiet longest where there is no room.</summary>
    public void Keep(LiveConversation conversation)
    {
        if (_newest != None && ReferenceEquals(_held[_newest], conversation))
        {
            return;
        }

        if (_places.TryGetValue(conversation.Key, out int place))
        {
            _held[place] = conversation;
            return;
        }

        if (capacity == 0)
        {
            return;
        }

        if (_places.Count >= capacity)
        {
            Drop(_held[_oldest]!.Key);
        }

        place = Place();
        _held[place] = conversation;
        _places.Add(conversation.Key, place);
        PutFirst(place);
    }

    public void Drop(ConversationKey key)
    {
        if (_places.Remove(key, out int place))
        {
            TakeOut(place);
            _held[place] = null;
            _free.Push(place);
        }
    }

    public void Clear()
    {
        _places.Clear();
        _held.Clear();
        _free.Clear();
        (_newest, _oldest) = (None, None);
    }

    private int Place()
    {
        if (_free.TryPop(out int place))
        {
            return place;
        }

        _held.Add(null);
        if (_held.Count > _links.Length)
        {
            Array.Resize(ref _links, Math.Max(16, 2 * _links.Length));
        }

        return _held.Count - 1;
    }

    private void PutFirst(int place)
    {
        _links[place] = new Link(None, _newest);
        if (_newest == None)
        {
            _oldest = place;
        }
        else
        {
            _links[_newest].Newer = place;
        }

        _newest = place;
    }

    private void TakeOut(int place)
    {
        var (newer, older) = (_links[place].Newer, _links[place].Older);
        if (newer == None)
        {
            _newest = older;
        }
        else
        {
            _links[newer].Older = older;
        }

        if (older == None)
        {
            _oldest = newer;
        }
        else
        {
            _links[older].Newer = newer;
        }
    }

    private struct Link(int newer, int older)
    {
        public int Newer = newer;
        public int Older = older;
    }
}
