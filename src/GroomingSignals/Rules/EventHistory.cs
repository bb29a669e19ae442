namespace GroomingSignals.Rules;

/// <summary>The last <see cref="Capacity"/> events, oldest first. The storage is made with the first event.</summary>
internal sealed class EventHistory
{
    internal const int Capacity = 64;

    private HistoryEvent[]? _events;
    private int _start;

    /// <summary>How many events are held.</summary>
    public int Count { get; private set; }

    /// <summary>An event by its age: 0 is the oldest.</summary>
    public HistoryEvent this[int index] => _events![(_start + index) % Capacity];

    /// <summary>Adds an event; when the ring is full the oldest makes room and is handed back.</summary>
    public HistoryEvent? Add(in HistoryEvent item)
    {
        _events ??= new HistoryEvent[Capacity];
        if (Count < Capacity)
        {
            _events[(_start + Count++) % Capacity] = item;
            return null;
        }

        var evicted = _events[_start];
        _events[_start] = item;
        _start = (_start + 1) % Capacity;
        return evicted;
    }
}
