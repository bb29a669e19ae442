using System.Diagnostics.Metrics;
using GroomingSignals.Assessment;
using GroomingSignals.Hosting.Reloading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GroomingSignals.Hosting.Tests;

public sealed class MetricsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly RecordedTelemetry _recorded;

    public MetricsTests()
    {
        string policy = _folder.File("policy.yaml");
        File.WriteAllText(policy, "schema: policy/1\npolicy: { id: own, version: 1.0.0 }\n");
        _services = new ServiceCollection().AddMetrics().AddGroomingSignals(o =>
        {
            o.MinimumAlertSeverity = Severity.Low;
            o.PolicyPath = policy;
        }).BuildServiceProvider();
        _recorded = new RecordedTelemetry(_services.GetRequiredService<IMeterFactory>());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ConversationMonitor Monitor => _services.GetRequiredService<ConversationMonitor>();

    public void Dispose()
    {
        _recorded.Dispose();
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task MessagesAreCountedByWhatBecameOfThem()
    {
        await Monitor.AppendAsync(Talk.Key, new IncomingMessage(Talk.Say("1"), 2), Talk.Two, Cancellation);
        await Monitor.AppendAsync(Talk.Key, new IncomingMessage(Talk.Say("2"), 1), null, Cancellation);
        await Monitor.AppendAsync(Talk.Key, Talk.Say("1"), null, Cancellation);
        await Monitor.AppendAsync(Talk.Key, Talk.Say("1", "other"), null, Cancellation);

        foreach (string outcome in new[] { "applied", "applied_late", "duplicate", "id_conflict" })
        {
            _recorded.Sum("grooming_signals.messages", "outcome=" + outcome).Should().BeGreaterThanOrEqualTo(1, outcome);
        }

        _recorded.Sum("grooming_signals.messages").Should().Be(4);
        _recorded.Count("grooming_signals.analysis.duration").Should().Be(2);
        _recorded.Sum("grooming_signals.analysis.duration").Should().BeInRange(0, 60);
        _recorded.Count("grooming_signals.commit.duration").Should().Be(2);
    }

    [Fact]
    public async Task TacticsAlertsAndTruncationsAreCountedOnce()
    {
        await Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), Talk.Two, Cancellation);
        await Monitor.AppendAsync(Talk.Key, Talk.Say("2", "good game"), null, Cancellation);
        await Monitor.AppendAsync(Talk.Key, Talk.Say("3", new string('x', 30_000)), null, Cancellation);

        _recorded.Sum("grooming_signals.tactics", "tactic=secrecy").Should().Be(1);
        _recorded.Sum("grooming_signals.alerts", "severity=low").Should().Be(1);
        _recorded.Sum("grooming_signals.truncations").Should().Be(1);
    }

    [Fact]
    public async Task ErasuresAndReloadsAreCounted()
    {
        await Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);
        await Monitor.EraseAsync(Talk.Key, Cancellation);
        var source = _services.GetRequiredService<RiskAnalyzerSource>();
        source.Reload();
        File.WriteAllText(_folder.File("policy.yaml"), "nonsense");
        source.Reload();

        _recorded.Sum("grooming_signals.erasures", "reason=request").Should().Be(1);
        _recorded.Sum("grooming_signals.reloads", "outcome=loaded").Should().Be(1);
        _recorded.Sum("grooming_signals.reloads", "outcome=failed").Should().Be(1);
    }

    [Fact]
    public async Task EverySeriesBeginsAtZeroWhenTheHostHasStarted()
    {
        var service = _services.GetServices<IHostedService>().OfType<IHostedLifecycleService>().Single();
        await service.StartAsync(Cancellation);
        await service.StartedAsync(Cancellation);
        await service.StopAsync(Cancellation);

        (string Instrument, int Series)[] all =
            [("messages", 8), ("alerts", 3), ("tactics", 13), ("truncations", 1), ("reloads", 2), ("store.failures", 5), ("erasures", 2)];
        foreach (var (instrument, series) in all)
        {
            _recorded.Count("grooming_signals." + instrument).Should().Be(series, instrument);
            _recorded.Sum("grooming_signals." + instrument).Should().Be(0, instrument);
        }

        _recorded.Count("grooming_signals.analysis.duration").Should().Be(0, "a duration of nothing would be a false one");
    }

    [Fact]
    public async Task RefusalsAreCountedByReason()
    {
        await Monitor.DrainAsync(Cancellation);
        await Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);

        _recorded.Sum("grooming_signals.messages", "outcome=stopping").Should().Be(1);
    }
}
