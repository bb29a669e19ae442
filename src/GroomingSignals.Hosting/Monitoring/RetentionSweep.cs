using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Telemetry;
using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>Erases what is past its retention, a little at a time.</summary>
internal sealed class RetentionSweep(
    IConversationStateStore store, GroomingSignalsOptions options, HostingTelemetry telemetry, ILogger logger, TimeProvider time)
{
    private const int Portion = 500;

    /// <summary>Sweeps at the interval until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Retention is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.RetentionInterval, time);
        try
        {
            do
            {
                await SweepAsync(cancellationToken).ConfigureAwait(false);
            }
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

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
}
