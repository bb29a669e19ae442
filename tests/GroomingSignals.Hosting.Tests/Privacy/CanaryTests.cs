using System.Diagnostics.Metrics;
using System.Text;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GroomingSignals.Hosting.Tests.Privacy;

/// <summary>A word that no pack knows, in messages that make rules match, is looked for in everything that leaves the intake.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Canary = "XYZZYCANARY";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NoTextStandsInLogsMetricsTracesAlertsOrFiles()
    {
        var logs = new RecordedLogs();
        using var host = Host(logs, o => o.MinimumAlertSeverity = Severity.Low);
        await host.StartAsync(Cancellation);
        using var telemetry = new RecordedTelemetry(host.Services.GetRequiredService<IMeterFactory>(), traces: true);
        var monitor = host.Services.GetRequiredService<ConversationMonitor>();

        for (int i = 0; i < 60; i++)
        {
            string text = $"{Canary} {Talk.Number(i).Text} {Canary}";
            await monitor.AppendAsync(new ConversationKey("t", $"c{i % 3}"), Talk.Number(i) with { Text = text }, Talk.Two, Cancellation);
        }

        await monitor.AppendAsync(new ConversationKey("t", "c0"), Talk.Number(57) with { Text = $"{Canary} edited" }, null, Cancellation);
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);
        var assessment = await monitor.AssessAsync(new ConversationKey("t", "c0"), Cancellation);
        var alerts = await host.Services.GetRequiredService<IConversationStateStore>().ReadAlertsAsync("t", 0, 100, Cancellation);

        InFiles(Canary).Should().BeFalse("the write-ahead log is full now");
        InFiles("c0").Should().BeTrue("the search finds what is there");
        logs.Lines.Should().NotBeEmpty().And.NotContain(l => Holds(l));
        telemetry.Everything.Should().Contain(m => m.Contains("grooming_signals.tactics")).And.NotContain(m => Holds(m));
        telemetry.Activities.Should().NotBeEmpty();
        alerts.Should().NotBeEmpty().And.NotContain(a => Holds($"{a} {a.IdempotencyKey} {a.From} {a.Towards}"));
        Holds(string.Join(' ', health.Entries.SelectMany(e => e.Value.Data.Values))).Should().BeFalse();
        Json(assessment!).Should().NotContain(Canary);
        await host.StopAsync(Cancellation);
        InFiles(Canary).Should().BeFalse();
    }

    [Fact]
    public async Task AFailureSaysNothingOfTheText()
    {
        var logs = new RecordedLogs();
        var store = new Storage.StubStore { Before = _ => Task.FromException(new IOException($"the store quotes {Canary}")) };
        using var host = Host(logs, services: s => s.AddSingleton<IConversationStateStore>(store));
        await host.StartAsync(Cancellation);
        var append = async () => await host.Services.GetRequiredService<ConversationMonitor>().AppendAsync(Talk.Key, Talk.Say("1", Canary), Talk.Two, Cancellation);

        var thrown = await append.Should().ThrowAsync<StateStoreException>();

        thrown.Which.Message.Should().NotContain(Canary);
        logs.Lines.Should().Contain(l => l.Contains("IOException")).And.NotContain(l => Holds(l));
    }

    [Fact]
    public async Task NoIdStandsAnywhereWhenIdsAreHashed()
    {
        var logs = new RecordedLogs();
        using var host = Host(logs, o =>
        {
            o.IdHashKey = Encoding.UTF8.GetBytes("a key of thirty-two bytes, random");
            o.MinimumAlertSeverity = Severity.Low;
        });
        await host.StartAsync(Cancellation);
        using var telemetry = new RecordedTelemetry(host.Services.GetRequiredService<IMeterFactory>(), traces: true);
        var monitor = host.Services.GetRequiredService<ConversationMonitor>();
        var key = new ConversationKey("t", $"{Canary}-conversation");
        Participant[] two = [new() { Id = $"{Canary}-adult", Age = AgeBand.Adult }, new() { Id = $"{Canary}-minor", Age = AgeBand.From13To15 }];
        for (int i = 0; i < 30; i++)
        {
            var message = Talk.Number(i);
            await monitor.AppendAsync(key, message with { Id = $"{Canary}-m{i}", Sender = two[message.Sender == "a" ? 0 : 1].Id }, two, Cancellation);
        }

        var assessment = (await monitor.AssessAsync(key, Cancellation))!;
        var alerts = await host.Services.GetRequiredService<IConversationStateStore>().ReadAlertsAsync("t", 0, 100, Cancellation);

        assessment.From.Should().Be(monitor.IdOf("t", two[0].Id)).And.MatchRegex("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$");
        Json(assessment).Should().NotContain(Canary);
        alerts.Should().NotBeEmpty().And.NotContain(a => Holds($"{a} {a.IdempotencyKey}"));
        logs.Lines.Should().NotContain(l => Holds(l));
        telemetry.Everything.Should().NotContain(m => Holds(m));
        InFiles(Canary).Should().BeFalse();
        (await monitor.AppendAsync(key, Talk.Number(29) with { Id = $"{Canary}-m29", Sender = two[Talk.Number(29).Sender == "a" ? 0 : 1].Id }, null, Cancellation))
            .Messages.Should().Equal(MessageOutcome.Duplicate);
    }

    [Fact]
    public async Task AHashDependsOnKeyAndTenantAndIsTheDocumentedOne()
    {
        byte[] key = Encoding.UTF8.GetBytes("0123456789abcdef");
        using var host = new MonitorHost(configure: o => o.IdHashKey = key);

        string kept = host.Monitor.IdOf("tenant", "id");

        byte[] hash = System.Security.Cryptography.HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("tenant\0id"));
        kept.Replace("-", "", StringComparison.Ordinal).Should().Be(Convert.ToHexStringLower(hash.AsSpan(0, 16)));
        host.Monitor.IdOf("other", "id").Should().NotBe(kept);
        await Task.CompletedTask;
    }

    private static bool Holds(string text) => text.Contains(Canary, StringComparison.OrdinalIgnoreCase);

    private static string Json(RiskAssessment assessment)
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
        {
            AssessmentJson.Write(writer, assessment);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private IHost Host(RecordedLogs logs, Action<GroomingSignalsOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddMetrics();
        services?.Invoke(builder.Services);
        builder.Services.AddGroomingSignals(o =>
        {
            o.SqlitePath = _folder.File("state.db");
            configure?.Invoke(o);
        });
        builder.Services.AddHealthChecks().AddGroomingSignals();
        return builder.Build();
    }

    private bool InFiles(string text) => FileSearch.Holds(_folder.Path, text);
}
