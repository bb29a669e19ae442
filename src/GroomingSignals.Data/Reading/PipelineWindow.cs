using System.Runtime.ExceptionServices;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Reading;

/// <summary>
/// The records in hand of a pipeline: one thread puts them in, several work on them, one takes the results out in order.
/// One lock guards everything; the work itself is done outside it. To wake a thread costs more than to parse a short conversation,
/// so under load workers take several records at a time, the reader is woken only when half of the window is free, and nobody is woken who does not wait.
/// </summary>
internal sealed class PipelineWindow<T>(Func<Conversation, T> work, PipelineOptions options) : IDisposable
    where T : class
{
    private const int MostAtOnce = 32;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly object _lock = new();
    private readonly Queue<PipelineSlot<T>> _order = new();
    private readonly Queue<PipelineSlot<T>> _pending = new();
    private readonly List<Thread> _threads = [];
    private long _bytes;
    private int _workersWaiting;
    private bool _readerWaiting;
    private bool _takerWaiting;
    private bool _ended;
    private bool _stopped;
    private ExceptionDispatchInfo? _readFailure;

    public void Start(IEnumerable<ConversationRecord> records)
    {
        Begin(() => Feed(records));
        for (int i = 0; i < options.Threads; i++)
        {
            Begin(Labour);
        }
    }

    /// <summary>Waits for the next result; false at the end, or when stopped.</summary>
    public bool TryTake(out ReadResult<T> result)
    {
        PipelineSlot<T> slot;
        lock (_lock)
        {
            while (!_stopped && !(_order.TryPeek(out PipelineSlot<T>? first) ? first.Done : _ended))
            {
                _takerWaiting = true;
                Monitor.Wait(_lock);
                _takerWaiting = false;
            }

            if (_stopped || _order.Count == 0)
            {
                result = default;
                if (!_stopped)
                {
                    _readFailure?.Throw();
                }

                return false;
            }

            slot = _order.Dequeue();
            _bytes -= slot.Size;
            if (_readerWaiting && _order.Count <= options.MaxAhead / 2 && _bytes <= options.MaxAheadBytes / 2)
            {
                Monitor.PulseAll(_lock);
            }
        }

        slot.Failure?.Throw();
        result = slot.Result;
        return true;
    }

    /// <summary>Ends all threads; what is in hand is dropped.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _stopped = true;
            Monitor.PulseAll(_lock);
        }
    }

    public void Dispose()
    {
        Stop();
        foreach (Thread thread in _threads)
        {
            // The reader may hang in a pipe that never ends: it is a background thread and must not hold up its caller.
            thread.Join(LongestWait);
        }

        lock (_lock)
        {
            foreach (PipelineSlot<T> slot in _pending)
            {
                slot.Record.Dispose();
            }

            _pending.Clear();
        }
    }

    private void Begin(ThreadStart start)
    {
        Thread thread = new(start) { IsBackground = true, Name = "GroomingSignals pipeline" };
        _threads.Add(thread);
        thread.Start();
    }

    private void Feed(IEnumerable<ConversationRecord> records)
    {
        try
        {
            foreach (ConversationRecord record in records)
            {
                if (!TryAdd(new PipelineSlot<T>(record)))
                {
                    record.Dispose();
                    return;
                }
            }
        }
#pragma warning disable CA1031 // Whatever the caller's sequence throws belongs to the caller, on the caller's thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _readFailure = ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            lock (_lock)
            {
                _ended = true;
                Monitor.PulseAll(_lock);
            }
        }
    }

    private bool TryAdd(PipelineSlot<T> slot)
    {
        lock (_lock)
        {
            while (!_stopped && _order.Count > 0 && (_order.Count >= options.MaxAhead || _bytes + slot.Size > options.MaxAheadBytes))
            {
                _readerWaiting = true;
                Monitor.Wait(_lock);
                _readerWaiting = false;
            }

            if (_stopped)
            {
                return false;
            }

            _order.Enqueue(slot);
            _pending.Enqueue(slot);
            _bytes += slot.Size;
            if (_workersWaiting > 0)
            {
                Monitor.PulseAll(_lock);
            }

            return true;
        }
    }

    private void Labour()
    {
        List<PipelineSlot<T>> taken = new(MostAtOnce);
        while (true)
        {
            lock (_lock)
            {
                while (!_stopped && !_ended && _pending.Count == 0)
                {
                    _workersWaiting++;
                    Monitor.Wait(_lock);
                    _workersWaiting--;
                }

                if (_stopped || _pending.Count == 0)
                {
                    return;
                }

                int share = Math.Clamp(_pending.Count / (2 * options.Threads), 1, MostAtOnce);
                for (int i = 0; i < share; i++)
                {
                    taken.Add(_pending.Dequeue());
                }
            }

            taken.ForEach(Process);
            lock (_lock)
            {
                taken.ForEach(static slot => slot.Done = true);
                if (_takerWaiting && _order.TryPeek(out PipelineSlot<T>? first) && first.Done)
                {
                    Monitor.PulseAll(_lock);
                }
            }

            taken.Clear();
        }
    }

    private void Process(PipelineSlot<T> slot)
    {
        try
        {
            using ConversationRecord record = slot.Record;
            ReadResult<Conversation> parsed = record.Parse();
            slot.Result = parsed.IsValue
                ? ReadResult<T>.Of(parsed.File, parsed.Line, work(parsed.Value))
                : ReadResult<T>.Failed(parsed.Error);
        }
#pragma warning disable CA1031 // Whatever the caller's work throws belongs to the caller, on the caller's thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            slot.Failure = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
