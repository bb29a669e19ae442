namespace GroomingSignals.Hosting.Storage.InMemory;

/// <summary>The alerts of each tenant in order of their cursors.</summary>
internal sealed class AlertOutbox
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Alert>> _byTenant = new(StringComparer.Ordinal);
    private long _cursor;

    public long End
    {
        get
        {
            lock (_lock)
            {
                return _cursor;
            }
        }
    }

    public void Add(IReadOnlyList<Alert> alerts)
    {
        if (alerts.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var alert in alerts)
            {
                if (!_byTenant.TryGetValue(alert.Key.Tenant, out var list))
                {
                    _byTenant.Add(alert.Key.Tenant, list = []);
                }

                list.Add(alert with { Cursor = ++_cursor });
            }
        }
    }

    public IReadOnlyList<Alert> Read(string tenant, long after, int limit)
    {
        lock (_lock)
        {
            if (!_byTenant.TryGetValue(tenant, out var list))
            {
                return [];
            }

            int from = FirstAfter(list, after);
            return list.GetRange(from, Math.Min(limit, list.Count - from));
        }
    }

    public void Erase(ConversationKey key)
    {
        lock (_lock)
        {
            if (_byTenant.TryGetValue(key.Tenant, out var list))
            {
                list.RemoveAll(a => a.Key == key);
            }
        }
    }

    private static int FirstAfter(List<Alert> list, long after)
    {
        int low = 0;
        int high = list.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = list[middle].Cursor > after ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
