using System.Collections.Concurrent;
using System.Diagnostics;
using GroomingSignals.Hosting.Reloading;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Telemetry;
using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>
/// Folds what waits, commits it in one transaction, then acknowledges. Whatever fails drops the states in memory, so that these never run ahead of
/// what is stored. One caller at a time.
/// </summary>
internal sealed class ShardWorker(
    RiskAnalyzerSource source, IConversationStateStore store, ConversationFolder folder, HostingTelemetry telemetry, ILogger logger, TimeProvider time,
    LiveCache cache, int commitMessages, Action<Delivery> completed)
{
    private const int Attempts = 4;

    private readonly List<Delivery> _taken = [];
    private readonly BatchTable _batches = new();
    private readonly List<ConversationBatch> _pending = [];
    private readonly List<ConversationBatch> _again = [];
    private readonly List<ConversationBatch> _changed = [];
    private readonly List<ConversationChange> _changes = [];

    public int LiveCount => cache.Count;

    /// <summary>Serves one commit's worth of the queue. What fails is told to those who wait; what it throws is for <see cref="Abandon"/>.</summary>
    public async ValueTask ServeAsync(ConcurrentQueue<Delivery> queue)
    {
        Take(queue);
        if (_taken is [{ IsErasure: true } erasure])
        {
            await EraseAsync(erasure).ConfigureAwait(false);
        }
        else if (_taken.Count > 0)
        {
            await AppendAsync().ConfigureAwait(false);
        }

        _taken.Clear();
    }

    /// <summary>Gives up after a failure that nobody foresaw, of a listener of metrics for example: whoever waits is told, and nothing in memory is trusted.</summary>
    public void Abandon(Exception exception)
    {
        cache.Clear();
        foreach (var delivery in _taken.Where(d => !d.IsFinished))
        {
            Finish(delivery);
            delivery.Fail(new StateStoreException("The messages may or may not be stored, and none is acknowledged: send them again.", exception));
        }

        _taken.Clear();
        _pending.Clear();
        _again.Clear();
        _batches.Clear();
    }

    /// <summary>Takes deliveries up to the limit; an erasure goes alone, in its turn.</summary>
    private void Take(ConcurrentQueue<Delivery> queue)
    {
        int messages = 0;
        while (messages < commitMessages && queue.TryPeek(out var next) && (_taken.Count == 0 || !next.IsErasure))
        {
            queue.TryDequeue(out _);
            _taken.Add(next);
            messages += next.Count;
            if (next.IsErasure)
            {
                return;
            }
        }
    }

    private async ValueTask AppendAsync()
    {
        var analyzer = source.Current;
        foreach (var delivery in _taken)
        {
            _batches.Of(delivery.Key, _pending).Deliveries.Add(delivery);
        }

        for (int attempt = 1; _pending.Count > 0; attempt++)
        {
            var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
            foreach (var batch in _pending)
            {
                await PrepareAsync(batch, analyzer, now).ConfigureAwait(false);
            }

            await CommitAsync(lastAttempt: attempt == Attempts).ConfigureAwait(false);
            _pending.Clear();
            _pending.AddRange(_again);
            _again.Clear();
        }

        _batches.Clear();
    }

    private async ValueTask PrepareAsync(ConversationBatch batch, RiskAnalyzer analyzer, DateTimeOffset now)
    {
        while (batch.Deliveries.Count > 0)
        {
            Delivery? at = null;
            try
            {
                batch.Live = cache.Find(batch.Key) is { } live && ReferenceEquals(live.Analyzer, analyzer)
                    ? live
                    : folder.Ready(analyzer, batch.Key, await store.ReadAsync(batch.Key).ConfigureAwait(false), batch.Deliveries[0].Participants);
                foreach (var delivery in batch.Deliveries)
                {
                    at = delivery;
                    folder.Fold(batch, delivery, now);
                }

                at = null;
                batch.Change = folder.Change(batch, now);
                return;
            }
            catch (Exception e)
            {
                cache.Drop(batch.Key);
                batch.Rewind();
                if (at is null)
                {
                    telemetry.StoreFailed("read");
                    Log.ReadFailed(logger, e.GetType().Name);
                    Fail(batch, new StateStoreException("The state of the conversation cannot be read. Nothing was applied: send the messages again.", e));
                    return;
                }

                // The others are folded anew, without the one that failed.
                Log.FoldFailed(logger, e.GetType().Name);
                batch.Deliveries.Remove(at);
                Finish(at);
                at.Fail(e);
            }
        }
    }

    private async ValueTask CommitAsync(bool lastAttempt)
    {
        _changed.Clear();
        _changes.Clear();
        foreach (var batch in _pending)
        {
            if (batch.Change is { } change)
            {
                _changed.Add(batch);
                _changes.Add(change);
            }
            else
            {
                Acknowledge(batch);
            }
        }

        if (_changes.Count == 0)
        {
            return;
        }

        CommitResult result;
        long started = Stopwatch.GetTimestamp();
        try
        {
            result = await store.CommitAsync(_changes).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            telemetry.StoreFailed("commit");
            Log.CommitFailed(logger, _changes.Count, e.GetType().Name);
            foreach (var batch in _changed)
            {
                Fail(batch, new StateStoreException("The store did not take the messages, and none is acknowledged: send them again.", e));
            }

            return;
        }

        telemetry.Committed(started);
        int next = 0;
        var rejected = result.Rejected;
        for (int i = 0; i < _changed.Count; i++)
        {
            if (next < rejected.Length && rejected[next].Index == i)
            {
                Reject(_changed[i], rejected[next++].Reason, lastAttempt);
            }
            else
            {
                Acknowledge(_changed[i]);
            }
        }
    }

    private void Acknowledge(ConversationBatch batch)
    {
        if (batch.Live is not { } live)
        {
            return;
        }

        live.Version = batch.Change?.Next.Version ?? live.Version;
        cache.Keep(live);
        telemetry.Messages("applied", batch.Applied - batch.Late);
        telemetry.Messages("applied_late", batch.Late);
        telemetry.Messages("duplicate", batch.Duplicates);
        telemetry.Messages("id_conflict", batch.Conflicts);
        telemetry.Alerts(batch.Alerts);
        telemetry.State(live);
        foreach (var alert in batch.Alerts)
        {
            Log.AlertRaised(logger, Assessment.AssessmentJson.Name(alert.Severity), alert.Sequence, alert.Risk);
        }

        foreach (var delivery in batch.Deliveries)
        {
            Finish(delivery);
            delivery.Acknowledge();
        }
    }

    private void Reject(ConversationBatch batch, RejectionReason reason, bool lastAttempt)
    {
        cache.Drop(batch.Key);
        if (reason == RejectionReason.Full)
        {
            foreach (var delivery in batch.Deliveries)
            {
                Finish(delivery);
                telemetry.Refused(AppendStatus.StoreFull, delivery.Count);
                delivery.Refuse(AppendStatus.StoreFull);
            }

            return;
        }

        telemetry.StoreFailed("conflict");
        if (lastAttempt)
        {
            Fail(batch, new StateStoreException("Somebody else writes this conversation at the same time, and the messages are not applied: send them again."));
            return;
        }

        batch.Rewind();
        _again.Add(batch);
    }

    private void Fail(ConversationBatch batch, Exception exception)
    {
        cache.Drop(batch.Key);
        foreach (var delivery in batch.Deliveries)
        {
            Finish(delivery);
            telemetry.Messages("failed", delivery.Count);
            delivery.Fail(exception);
        }

        batch.Deliveries.Clear();
        batch.Rewind();
    }

    private void Finish(Delivery delivery)
    {
        delivery.IsFinished = true;
        completed(delivery);
    }

    private async ValueTask EraseAsync(Delivery delivery)
    {
        cache.Drop(delivery.Key);
        try
        {
            delivery.Found = await store.EraseAsync(delivery.Key).ConfigureAwait(false);
            telemetry.Erased("request", delivery.Found ? 1 : 0);
            Finish(delivery);
            delivery.Acknowledge();
        }
        catch (Exception e)
        {
            telemetry.StoreFailed("erase");
            Log.EraseFailed(logger, e.GetType().Name);
            Finish(delivery);
            delivery.Fail(e is StateStoreException { IsFull: true }
                ? new StateStoreException("The conversation is not erased, since the store has no room for that: give its disk more and ask again.", e) { IsFull = true }
                : new StateStoreException("The conversation may not be erased yet: ask again.", e));
        }
    }
}
