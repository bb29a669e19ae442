using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Telemetry;
using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>Erases what is past its retention, a little at a time, and sees to it that nothing of what was erased stays in a file for long.</summary>
internal sealed class StoreUpkeep(
    IConversationStateStore store, GroomingSignalsOptions options, HostingTelemetry telemetry, ILogger logger, TimeProvider time)
{
    private const int Portion = 500;

    /// <summary>Does both at their intervals until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        options.Retention is null ? Task.CompletedTask : EveryAsync(options.RetentionInterval, SweepAsync, cancellationToken),
        EveryAsync(options.ScrubInterval, ScrubAsync, cancellationToken));

    /// <summary>Erases all that is past its retention now.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (options.Retention is not { } retention)
        {
            return;
        }

        int erased = 0;
        try
        {
            int portion;
            do
            {
                portion = await store.EraseOlderAsync(time.GetUtcNow() - retention, Portion, cancellationToken).ConfigureAwait(false);
                erased += portion;
            }
            while (portion == Portion);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            telemetry.StoreFailed("erase");
            Log.RetentionFailed(logger, e.GetType().Name);
        }

        if (erased > 0)
        {
            telemetry.Erased("retention", erased);
            Log.RetentionErased(logger, erased);
        }
    }

    private async Task ScrubAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await store.ScrubAsync(cancellationToken).ConfigureAwait(false))
            {
                Log.Scrubbed(logger);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            telemetry.StoreFailed("scrub");
            Log.RetentionFailed(logger, e.GetType().Name);
        }
    }

    private async Task EveryAsync(TimeSpan interval, Func<CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        try
        {
            do
            {
                await act(cancellationToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
