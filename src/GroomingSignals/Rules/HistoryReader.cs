namespace GroomingSignals.Rules;

/// <summary>Answers history conditions for one message and one pair from the ring and the events of the message itself.</summary>
internal sealed class HistoryReader
{
    private readonly List<HistoryEvent> _now = [];
    private EventHistory _history = new();
    private MessageContext _message;
    private int _speaker;
    private int _listener;

    /// <summary>The events of the message itself; they go into the ring when it is done.</summary>
    public List<HistoryEvent> Now => _now;

    public void Begin(EventHistory history, in MessageContext message)
    {
        _history = history;
        _message = message;
        _now.Clear();
    }

    public void Pair(int speaker, int listener)
    {
        _speaker = speaker;
        _listener = listener;
    }

    public Truth Count(CountCondition condition)
    {
        if (!InMessage(condition.Of))
        {
            return Truth.False;
        }

        int certain = 0;
        int possible = 0;
        for (int i = 0; i < Events; i++)
        {
            var item = Event(i);
            if (Holds(item, condition.Of))
            {
                var inside = Inside(item, condition.Within);
                certain += inside == Truth.True ? 1 : 0;
                possible += inside == Truth.False ? 0 : 1;
            }
        }

        return Enough(certain, possible, condition.AtLeast);
    }

    public Truth Distinct(IReadOnlyList<HistoryTerm> terms, int atLeast, Window within)
    {
        int certain = 0;
        int possible = 0;
        bool now = false;
        foreach (var term in terms)
        {
            now |= InMessage(term);
            var best = Truth.False;
            for (int i = Events - 1; i >= 0 && best != Truth.True; i--)
            {
                var item = Event(i);
                if (Holds(item, term))
                {
                    best = (Truth)Math.Max((int)best, (int)Inside(item, within));
                }
            }

            certain += best == Truth.True ? 1 : 0;
            possible += best == Truth.False ? 0 : 1;
        }

        return now ? Enough(certain, possible, atLeast) : Truth.False;
    }

    /// <summary>
    /// Steps are taken from the last backwards, each at the latest event before the one already taken. No other choice gives a shorter
    /// stretch, so when this one leaves the window or holds an <c>unless</c>, every choice does.
    /// </summary>
    public Truth Sequence(SequenceCondition condition)
    {
        var steps = condition.Steps;
        if (!InMessage(steps[^1]))
        {
            return Truth.False;
        }

        int before = _message.Ordinal;
        var truth = Truth.True;
        int at = Events - 1;
        for (int step = steps.Length - 2; step >= 0; step--)
        {
            while (at >= 0 && !(Event(at).Ordinal < before && Holds(Event(at), steps[step])))
            {
                at--;
            }

            if (at < 0)
            {
                return Truth.False;
            }

            before = Event(at).Ordinal;
            truth = (Truth)Math.Min((int)truth, (int)Inside(Event(at), condition.Within));
        }

        if (condition.Unless is { } unless)
        {
            for (int i = 0; i < Events; i++)
            {
                var item = Event(i);
                if (item.Ordinal > before && item.Ordinal < _message.Ordinal && Holds(item, unless))
                {
                    return Truth.False;
                }
            }
        }

        return truth;
    }

    /// <summary>How many messages ago a term last held before this one; null when the history has no such message.</summary>
    public int? LastSeen(HistoryTerm term)
    {
        for (int i = _history.Count - 1; i >= 0; i--)
        {
            if (_history[i].Ordinal < _message.Ordinal && Holds(_history[i], term))
            {
                return _message.Ordinal - _history[i].Ordinal;
            }
        }

        return null;
    }

    private int Events => _history.Count + _now.Count;

    private HistoryEvent Event(int index) => index < _history.Count ? _history[index] : _now[index - _history.Count];

    private bool InMessage(HistoryTerm term)
    {
        foreach (var item in _now)
        {
            if (Holds(item, term))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(in HistoryEvent item, HistoryTerm term) => item.Term == term.Hash && term.By switch
    {
        Party.Speaker => item.From == _speaker && (item.Towards >> _listener & 1) != 0,
        Party.Listener => item.From == _listener && (item.Towards >> _speaker & 1) != 0,
        _ => true,
    };

    private Truth Inside(in HistoryEvent item, Window within)
    {
        if (within.Messages is { } messages && _message.Ordinal - item.Ordinal > messages)
        {
            return Truth.False;
        }

        if (within.Time is not { } time || item.Ordinal == _message.Ordinal)
        {
            return Truth.True;
        }

        if (_message.Time is not { } now || item.Time is not { } then)
        {
            return within.Messages is null ? Truth.Unknown : Truth.True;
        }

        return now - then <= (long)time.TotalMilliseconds ? Truth.True : Truth.False;
    }

    private static Truth Enough(int certain, int possible, int atLeast) =>
        certain >= atLeast ? Truth.True : possible >= atLeast ? Truth.Unknown : Truth.False;
}
