namespace GroomingSignals.Workbench.Wellness;

/// <summary>Counts what one person has revealed since the page was started, and says when a break is due. Thread-safe.</summary>
internal sealed class RevealMeter(WellnessSettings settings, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _total;
    private int _sinceBreak;
    private long? _first;

    /// <summary>One more message was revealed.</summary>
    public RevealCount Add()
    {
        lock (_lock)
        {
            _total++;
            _sinceBreak++;
            _first ??= time.GetTimestamp();
            return Now();
        }
    }

    /// <summary>The person has had a break.</summary>
    public RevealCount Rest()
    {
        lock (_lock)
        {
            _sinceBreak = 0;
            _first = null;
            return Now();
        }
    }

    public RevealCount Count()
    {
        lock (_lock)
        {
            return Now();
        }
    }

    private RevealCount Now()
    {
        int minutes = _first is { } first ? (int)time.GetElapsedTime(first).TotalMinutes : 0;
        return new RevealCount(_total, _sinceBreak, minutes, _sinceBreak >= settings.BreakAfterReveals || minutes >= settings.BreakAfterMinutes);
    }
}
