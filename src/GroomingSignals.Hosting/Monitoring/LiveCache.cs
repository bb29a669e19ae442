namespace GroomingSignals.Hosting.Monitoring;

/// <summary>The conversations of a shard that were active last, to a limit. One owner at a time.</summary>
internal sealed class LiveCache(int capacity)
{
    private readonly Dictionary<ConversationKey, LinkedListNode<LiveConversation>> _nodes = [];
    private readonly LinkedList<LiveConversation> _recent = new();

    public int Count => _nodes.Count;

    public LiveConversation? Find(ConversationKey key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            return null;
        }

        if (node != _recent.First)
        {
            _recent.Remove(node);
            _recent.AddFirst(node);
        }

        return node.Value;
    }

    /// <summary>Keeps a conversation, and gives up the one that was quiet longest where there is no room.</summary>
    public void Keep(LiveConversation conversation)
    {
        if (_nodes.TryGetValue(conversation.Key, out var known))
        {
            known.Value = conversation;
            return;
        }

        if (capacity == 0)
        {
            return;
        }

        if (_nodes.Count >= capacity)
        {
            var oldest = _recent.Last!;
            _nodes.Remove(oldest.Value.Key);
            _recent.RemoveLast();
        }

        _nodes.Add(conversation.Key, _recent.AddFirst(conversation));
    }

    public void Drop(ConversationKey key)
    {
        if (_nodes.Remove(key, out var node))
        {
            _recent.Remove(node);
        }
    }

    public void Clear()
    {
        _nodes.Clear();
        _recent.Clear();
    }
}
