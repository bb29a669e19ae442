using GroomingSignals.Hosting.Monitoring;
using GroomingSignals.Hosting.Reloading;
using Microsoft.Extensions.Hosting;

namespace GroomingSignals.Hosting;

/// <summary>Loads the analyzer when the host starts, so that a bad pack stops the start and not the first message; finishes what waits when it stops.</summary>
internal sealed class GroomingSignalsService(RiskAnalyzerSource source, ConversationMonitor monitor, StoreUpkeep upkeep) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _upkeep = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        source.Watch();
        _upkeep = Task.Run(() => upkeep.RunAsync(_stop.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await monitor.DrainAsync(cancellationToken).ConfigureAwait(false);
        await _stop.CancelAsync().ConfigureAwait(false);
        await _upkeep.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stop.Dispose();
}
