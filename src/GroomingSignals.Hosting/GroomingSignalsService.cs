using GroomingSignals.Hosting.Monitoring;
using GroomingSignals.Hosting.Reloading;
using GroomingSignals.Hosting.Telemetry;
using Microsoft.Extensions.Hosting;

namespace GroomingSignals.Hosting;

/// <summary>Loads the analyzer when the host starts, so that a bad pack stops the start and not the first message; finishes what waits when it stops.</summary>
internal sealed class GroomingSignalsService(RiskAnalyzerSource source, ConversationMonitor monitor, StoreUpkeep upkeep, HostingTelemetry telemetry)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _upkeep = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        source.Watch();
        _upkeep = Task.Run(() => upkeep.RunAsync(_stop.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Whoever listens to meters began to with the host: now a series at 0 is heard.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        telemetry.Begin();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await monitor.DrainAsync(cancellationToken).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await _upkeep.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stop.Dispose();
}
