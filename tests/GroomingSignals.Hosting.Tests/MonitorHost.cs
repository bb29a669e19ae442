using GroomingSignals.Hosting.Reloading;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.InMemory;
using GroomingSignals.Hosting.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace GroomingSignals.Hosting.Tests;

/// <summary>A monitor with everything round it, of which a test replaces what it needs.</summary>
internal sealed class MonitorHost : IDisposable
{
    private readonly HostingTelemetry _telemetry = new(null);

    public MonitorHost(IConversationStateStore? store = null, Action<GroomingSignalsOptions>? configure = null, IParticipantProjector? projector = null)
    {
        configure?.Invoke(Options);
        Store = store ?? new InMemoryConversationStateStore(Options.MaximumConversations);
        Source = new RiskAnalyzerSource(Options, _telemetry, NullLogger.Instance, Time);
        Monitor = new ConversationMonitor(Source, Store, Options, _telemetry, NullLogger.Instance, Time, projector);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public GroomingSignalsOptions Options { get; } = new();

    public IConversationStateStore Store { get; }

    public RiskAnalyzerSource Source { get; }

    public ConversationMonitor Monitor { get; }

    public void Dispose()
    {
        Source.Dispose();
        _telemetry.Dispose();
    }
}
