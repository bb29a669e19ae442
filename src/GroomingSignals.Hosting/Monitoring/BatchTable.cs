namespace GroomingSignals.Hosting.Monitoring;

/// <summary>Finds the batch of a conversation within a commit, and keeps batches for reuse.</summary>
internal sealed class BatchTable
{
    private readonly Dictionary<ConversationKey, ConversationBatch> _used = [];
    private readonly Stack<ConversationBatch> _spare = new();

    /// <summary>The batch of a conversation; a new one is added to the list as well.</summary>
    public ConversationBatch Of(ConversationKey key, List<ConversationBatch> list)
    {
        if (_used.TryGetValue(key, out var batch))
        {
            return batch;
        }

        batch = _spare.Count > 0 ? _spare.Pop() : new ConversationBatch();
        batch.Key = key;
        _used.Add(key, batch);
        list.Add(batch);
        return batch;
    }

    public void Clear()
    {
        foreach (var batch in _used.Values)
        {
            batch.Clear();
            _spare.Push(batch);
        }

        _used.Clear();
    }
}
