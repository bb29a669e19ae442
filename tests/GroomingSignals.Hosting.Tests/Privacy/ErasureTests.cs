using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.Sqlite;

namespace GroomingSignals.Hosting.Tests.Privacy;

/// <summary>After an erasure the ids of the conversation stand nowhere in the files, also after many rewritings.</summary>
public sealed class ErasureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NothingOfAnErasedConversationStaysInTheFiles()
    {
        using var store = new SqliteConversationStateStore(_folder.File("state.db"));
        using var host = new MonitorHost(store, o => o.MinimumAlertSeverity = Severity.Low, new EveryParticipant());
        const int Conversations = 60;
        for (int i = 0; i < 25; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, Conversations).Select(c => host.Monitor.AppendAsync(Key(c), Message(c, i), People(c), Cancellation).AsTask()));
        }

        FileSearch.Holds(_folder.Path, "conversation-erased-7-").Should().BeTrue();

        for (int c = 0; c < Conversations; c += 2)
        {
            (await host.Monitor.EraseAsync(Key(c), Cancellation)).Should().BeTrue();
        }

        (await store.ScrubAsync(Cancellation)).Should().BeTrue();
        (await store.ScrubAsync(Cancellation)).Should().BeFalse("nothing was erased since");

        for (int c = 0; c < Conversations; c++)
        {
            FileSearch.Holds(_folder.Path, $"conversation-erased-{c}-").Should().Be(c % 2 == 1, $"it is about conversation {c}");
            FileSearch.Holds(_folder.Path, $"speaker-erased-{c}-").Should().Be(c % 2 == 1, $"it is about the speaker of conversation {c}");
        }
    }

    [Fact]
    public async Task WhatIsPastItsRetentionLeavesTheFilesToo()
    {
        using var store = new SqliteConversationStateStore(_folder.File("state.db"));
        using var host = new MonitorHost(store, o => o.Retention = TimeSpan.FromDays(30));
        for (int c = 0; c < 40; c++)
        {
            await host.Monitor.AppendAsync(Key(c), Message(c, 0), People(c), Cancellation);
            host.Time.Advance(TimeSpan.FromDays(1));
        }

        using var telemetry = new Telemetry.HostingTelemetry(null);
        var sweep = new Hosting.Monitoring.StoreUpkeep(store, host.Options, telemetry, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, host.Time);
        await sweep.SweepAsync(Cancellation);
        await store.ScrubAsync(Cancellation);

        (await store.CountAsync(Cancellation)).Should().Be(30);
        FileSearch.Holds(_folder.Path, "conversation-erased-9-").Should().BeFalse();
        FileSearch.Holds(_folder.Path, "conversation-erased-10-").Should().BeTrue();
        (await host.Monitor.AppendAsync(Key(3), Message(3, 0), People(3), Cancellation)).MessageCount.Should().Be(1, "a state in memory does not outlive the stored one");
    }

    private static ConversationKey Key(int c) => new("t", $"conversation-erased-{c}-");

    // The accent keeps ids in the snapshot from being packed, so that the search would find them.
    private static string Speaker(int c) => $"speaker-erased-{c}-é";

    private static Participant[] People(int c) => [new() { Id = Speaker(c), Age = AgeBand.Adult }, new() { Id = "b", Age = AgeBand.From13To15 }];

    private static Message Message(int c, int i) => Talk.Number(i, c) with { Sender = Talk.Number(i, c).Sender == "a" ? Speaker(c) : "b" };

    private sealed class EveryParticipant : IParticipantProjector
    {
        public void Project(RiskAnalyzer analyzer, Tracking.ConversationState state, ICollection<ParticipantRecord> records)
        {
            foreach (var participant in analyzer.Assess(state).Participants)
            {
                records.Add(new ParticipantRecord(participant.Id, new byte[state.MessageCount]));
            }
        }
    }
}
