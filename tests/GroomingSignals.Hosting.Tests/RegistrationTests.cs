using GroomingSignals.Hosting.Reloading;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.InMemory;
using GroomingSignals.Hosting.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GroomingSignals.Hosting.Tests;

public sealed class RegistrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task OneCallGivesAWorkingHost()
    {
        using var host = Host();
        await host.StartAsync(Cancellation);

        var report = await host.Services.GetRequiredService<ConversationMonitor>().AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);

        report.Status.Should().Be(AppendStatus.Accepted);
        host.Services.GetRequiredService<IConversationStateStore>().Should().BeOfType<InMemoryConversationStateStore>();
        host.Services.GetRequiredService<RiskAnalyzer>().Should().BeSameAs(host.Services.GetRequiredService<RiskAnalyzerSource>().Current);
        await host.StopAsync(Cancellation);
        (await host.Services.GetRequiredService<ConversationMonitor>().AppendAsync(Talk.Key, Talk.Say("2"), null, Cancellation)).Status
            .Should().Be(AppendStatus.Stopping);
    }

    [Fact]
    public void ABareServiceCollectionIsEnough()
    {
        using var services = new ServiceCollection().AddGroomingSignals().BuildServiceProvider();

        services.GetRequiredService<ConversationMonitor>().Should().NotBeNull();
    }

    [Fact]
    public async Task ASqlitePathKeepsStateInThatFile()
    {
        string path = _folder.File("state.db");
        for (int i = 1; i <= 2; i++)
        {
            using var host = Host(o => o.SqlitePath = path);
            await host.StartAsync(Cancellation);
            host.Services.GetRequiredService<IConversationStateStore>().Should().BeOfType<SqliteConversationStateStore>();
            var report = await host.Services.GetRequiredService<ConversationMonitor>().AppendAsync(Talk.Key, Talk.Number(i), Talk.Two, Cancellation);
            report.MessageCount.Should().Be(i);
            await host.StopAsync(Cancellation);
        }
    }

    [Fact]
    public void WhatWasRegisteredBeforeStaysAndNothingIsRegisteredTwice()
    {
        var store = new InMemoryConversationStateStore();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConversationStateStore>(store);
        collection.AddGroomingSignals(o => o.Shards = 3).AddGroomingSignals(o => o.CommitMessages = 9);
        using var services = collection.BuildServiceProvider();

        services.GetRequiredService<IConversationStateStore>().Should().BeSameAs(store);
        services.GetServices<IHostedService>().Should().ContainSingle();
        var options = services.GetRequiredService<IOptions<GroomingSignalsOptions>>().Value;
        (options.Shards, options.CommitMessages).Should().Be((3, 9));
    }

    [Fact]
    public async Task EveryProblemOfTheOptionsIsNamedWhenTheHostStarts()
    {
        using var host = Host(o =>
        {
            o.PackPaths.Add(_folder.File("missing.yaml"));
            o.PolicyPath = _folder.File("missing-policy.yaml");
            o.ModelPath = _folder.File("missing.gsmodel");
            o.SqlitePath = Path.Combine(_folder.Path, "no-folder", "state.db");
            o.Shards = 0;
            o.ParticipantConversations = 0;
            o.QueueMessages = 0;
            o.QueueCharacters = 1;
            o.CommitMessages = 0;
            o.LiveConversations = -1;
            o.MaximumAppendMessages = 0;
            o.MaximumConversations = 0;
            o.MaximumStoreBytes = 1;
            o.Retention = TimeSpan.Zero;
            o.RetentionInterval = TimeSpan.Zero;
            o.ScrubInterval = TimeSpan.Zero;
            o.ReloadQuietTime = TimeSpan.Zero;
            o.ReloadPollInterval = TimeSpan.Zero;
            o.MinimumAlertSeverity = Assessment.Severity.None;
            o.IdHashKey = new byte[3];
        });

        var start = async () => await host.StartAsync(Cancellation);

        var failures = (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.ToArray();
        foreach (var property in typeof(GroomingSignalsOptions).GetProperties().Where(p => p.PropertyType != typeof(bool)))
        {
            failures.Should().Contain(f => f.StartsWith(property.Name, StringComparison.Ordinal), $"{property.Name} was wrong");
        }
    }

    [Fact]
    public async Task WithoutAnyPackTheHostDoesNotStart()
    {
        using var host = Host(o => o.UseBuiltInPack = false);
        var start = async () => await host.StartAsync(Cancellation);

        (await start.Should().ThrowAsync<OptionsValidationException>()).WithMessage("*no rule pack*");
    }

    [Fact]
    public async Task ABadPackStopsTheStartWithEveryProblemAndItsPlace()
    {
        string pack = _folder.File("bad.yaml");
        File.WriteAllText(pack, "schema: rule-pack/1\npack: { id: own }\nrules:\n- id: nonsense\n");
        using var host = Host(o => o.PackPaths.Add(pack));
        var start = async () => await host.StartAsync(Cancellation);

        var failures = (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.ToArray();

        failures.Should().HaveCountGreaterThan(1).And.OnlyContain(f => f.Contains("bad.yaml("));
    }

    [Fact]
    public async Task TheHealthCheckScoresACanaryAndNamesVersions()
    {
        using var host = Host();
        await host.StartAsync(Cancellation);

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);

        var entry = report.Entries.Should().ContainSingle().Subject.Value;
        entry.Status.Should().Be(HealthStatus.Healthy);
        entry.Data["canaryEvidence"].Should().Be(1);
        entry.Data["packs"].Should().BeOfType<string>().Which.Should().StartWith("ncmec-en 1.");
    }

    [Fact]
    public async Task AStoreThatFailsIsUnhealthy()
    {
        var store = new Storage.StubStore { FailReads = new IOException("disk") };
        using var host = Host(services: s => s.AddSingleton<IConversationStateStore>(store));
        await host.StartAsync(Cancellation);

        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation)).Status.Should().Be(HealthStatus.Unhealthy);
    }

    private static IHost Host(Action<GroomingSignalsOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        services?.Invoke(builder.Services);
        builder.Services.AddGroomingSignals(configure);
        builder.Services.AddHealthChecks().AddGroomingSignals();
        return builder.Build();
    }
}
