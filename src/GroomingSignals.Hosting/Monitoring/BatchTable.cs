using System.Runtime.InteropServices;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>Finds the batch of a conversation within a commit, and keeps batches for reuse.</summary>
internal sealed class BatchTable
{
    private readonly Dictionary<ConversationKey, ConversationBatch> _others = [];
    private readonly Stack<ConversationBatch> _spare = new();

    // Most commits are of one conversation, which needs no table.
    private ConversationBatch? _first;

    /// <summary>The batch of a conversation; a new one is added to the list as well.</summary>
    public ConversationBatch Of(ConversationKey key, List<ConversationBatch> list)
    {
        if (_first is null)
        {
            return _first = New(key, list);
        }

        if (_first.Key == key)
        {
            return _first;
        }

        ref var batch = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, key, out _);
        return batch ??= New(key, list);
    }

    public void Clear()
    {
        if (_first is not null)
        {
            Spare(_first);
            _first = null;
        }

        if (_others.Count > 0)
        {
            foreach (var batch in _others.Values)
            {
                Spare(batch);
            }

            _others.Clear();
        }
    }

    private ConversationBatch New(ConversationKey key, List<ConversationBatch> list)
    {
        var batch = _spare.Count > 0 ? _spare.Pop() : new ConversationBatch();
        batch.Key = key;
        list.Add(batch);
        return batch;
    }

    private void Spare(ConversationBatch batch)
    {
        batch.Clear();
        _spare.Push(batch);
    }
}
