using System.Collections.Concurrent;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>
/// A queue of deliveries with one owner at a time: whoever finds it idle works it off, so that an idle shard costs no change of thread.
/// After each commit the rest is left to the thread pool, so that nobody works for others for long.
/// </summary>
internal sealed class Shard(ShardWorker worker) : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<Delivery> _queue = new();
    private int _owned;

    public int LiveCount => worker.LiveCount;

    public void Offer(Delivery delivery)
    {
        _queue.Enqueue(delivery);
        if (Interlocked.Exchange(ref _owned, 1) == 0)
        {
            _ = OwnAsync();
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = OwnAsync();

    private async Task OwnAsync()
    {
        try
        {
            await worker.ServeAsync(_queue).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            worker.Abandon(e);
        }

        // A delivery that came since finds the shard idle, or is found here: the exchange is a full fence.
        Interlocked.Exchange(ref _owned, 0);
        if (!_queue.IsEmpty && Interlocked.Exchange(ref _owned, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
