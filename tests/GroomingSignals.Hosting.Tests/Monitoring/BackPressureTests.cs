using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Tests.Storage;

namespace GroomingSignals.Hosting.Tests.Monitoring;

public sealed class BackPressureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MessagesBeyondTheBoundAreRefusedAtOnceAndTakenInLater()
    {
        var gate = new TaskCompletionSource();
        var store = new StubStore { Before = _ => gate.Task };
        using var host = new MonitorHost(store, o => o.QueueMessages = 10);
        var waiting = Enumerable.Range(0, 10).Select(i => host.Monitor.AppendAsync(Talk.Key, Talk.Number(i), Talk.Two, Cancellation).AsTask()).ToArray();

        var refused = host.Monitor.AppendAsync(Talk.Key, Talk.Number(10), null, Cancellation).AsTask();
        bool atOnce = refused.IsCompleted;
        var status = (await refused.WaitAsync(TimeSpan.FromSeconds(20), Cancellation)).Status;
        gate.SetResult();
        await Task.WhenAll(waiting);

        atOnce.Should().BeTrue();
        status.Should().Be(AppendStatus.QueueFull);
        (await host.Monitor.AppendAsync(Talk.Key, Talk.Number(10), null, Cancellation)).Messages.Should().Equal(MessageOutcome.Applied);
        (await store.ReadAsync(Talk.Key, Cancellation))!.Snapshot.ToArray()
            .Should().Equal(Talk.Fold(Talk.Key, Enumerable.Range(0, 11).Select(i => Talk.Number(i))));
    }

    [Fact]
    public async Task LongTextsFillTheQueueBeforeManyMessagesDo()
    {
        var gate = new TaskCompletionSource();
        var store = new StubStore { Before = _ => gate.Task };
        using var host = new MonitorHost(store, o => o.QueueCharacters = 5000);
        var first = host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", new string('x', 4000)), Talk.Two, Cancellation).AsTask();

        var second = await host.Monitor.AppendAsync(Talk.Key, Talk.Say("2", new string('x', 2000)), null, Cancellation).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        gate.SetResult();
        await first;

        second.Status.Should().Be(AppendStatus.QueueFull);
    }

    [Fact]
    public async Task WhatAloneIsLargerThanTheBoundStillGetsThroughWhenNothingElseWaits()
    {
        using var host = new MonitorHost(configure: o => (o.QueueCharacters, o.QueueMessages) = (1024, 2));

        (await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", new string('x', 9000)), Talk.Two, Cancellation)).Status.Should().Be(AppendStatus.Accepted);
        (await host.Monitor.AppendAsync(Talk.Key, new IncomingMessage[] { Talk.Say("2"), Talk.Say("3"), Talk.Say("4") }, null, Cancellation))
            .Status.Should().Be(AppendStatus.Accepted);
    }

    [Fact]
    public async Task AStopFinishesWhatWaitsAndRefusesWhatComes()
    {
        var gate = new TaskCompletionSource();
        var store = new StubStore { Before = _ => gate.Task };
        using var host = new MonitorHost(store);
        var waiting = Enumerable.Range(0, 20).Select(i => host.Monitor.AppendAsync(Talk.Key, Talk.Number(i), Talk.Two, Cancellation).AsTask()).ToArray();

        var drain = host.Monitor.DrainAsync(Cancellation);
        var late = await host.Monitor.AppendAsync(Talk.Key, Talk.Number(20), null, Cancellation);
        await Task.Delay(100, Cancellation);
        bool early = drain.IsCompleted;
        gate.SetResult();
        await drain;
        var reports = await Task.WhenAll(waiting);

        late.Status.Should().Be(AppendStatus.Stopping);
        early.Should().BeFalse();
        reports.Should().OnlyContain(r => r.Status == AppendStatus.Accepted);
        (await store.ReadAsync(Talk.Key, Cancellation))!.Snapshot.ToArray()
            .Should().Equal(Talk.Fold(Talk.Key, Enumerable.Range(0, 20).Select(i => Talk.Number(i))));
    }

    [Fact]
    public async Task AStopThatMayNotWaitEnds()
    {
        var store = new StubStore { Before = _ => Task.Delay(Timeout.Infinite, Cancellation) };
        using var host = new MonitorHost(store);
        var hanging = host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation).AsTask();
        using var impatient = new CancellationTokenSource(50);

        await host.Monitor.DrainAsync(impatient.Token);

        hanging.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task AnErasureWaitsItsTurn()
    {
        var gate = new TaskCompletionSource();
        var store = new StubStore { Before = n => n == 1 ? gate.Task : Task.CompletedTask };
        using var host = new MonitorHost(store);
        var before = host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation).AsTask();
        var alsoBefore = host.Monitor.AppendAsync(Talk.Key, Talk.Say("2"), null, Cancellation).AsTask();
        var erasure = host.Monitor.EraseAsync(Talk.Key, Cancellation).AsTask();
        var after = host.Monitor.AppendAsync(Talk.Key, Talk.Say("3"), Talk.Two, Cancellation).AsTask();

        gate.SetResult();

        (await before).MessageCount.Should().Be(1);
        (await alsoBefore).MessageCount.Should().Be(2);
        (await erasure).Should().BeTrue();
        (await after).MessageCount.Should().Be(1);
    }

    [Fact]
    public async Task AnErasureThatFindsNoRoomSaysSo()
    {
        var store = new StubStore { Before = _ => Task.Delay(Timeout.Infinite, Cancellation) };
        using var host = new MonitorHost(store, o => o.QueueMessages = 1);
        _ = host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation).AsTask();

        var erase = async () => await host.Monitor.EraseAsync(Talk.Key, Cancellation);

        await erase.Should().ThrowAsync<StateStoreException>();
    }
}
