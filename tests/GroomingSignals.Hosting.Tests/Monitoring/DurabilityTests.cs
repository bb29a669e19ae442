using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Tests.Storage;

namespace GroomingSignals.Hosting.Tests.Monitoring;

/// <summary>What is acknowledged is stored, once; what is not can be sent again.</summary>
public sealed class DurabilityTests
{
    private int _thread;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NothingIsAcknowledgedBeforeItIsCommitted()
    {
        var gate = new TaskCompletionSource();
        var store = new StubStore { Before = _ => gate.Task };
        using var host = new MonitorHost(store);

        var append = host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation).AsTask();
        await Task.Delay(50, Cancellation);
        bool early = append.IsCompleted;
        gate.SetResult();
        await append;

        early.Should().BeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFailedCommitLosesNothingAndDoublesNothing(bool tookEffect)
    {
        var store = new StubStore();
        Func<int, Task> fail = n => n % 3 == 0 ? Task.FromException(new IOException("disk")) : Task.CompletedTask;
        store.Before = tookEffect ? null : fail;
        store.After = tookEffect ? fail : null;
        using var host = new MonitorHost(store);
        var messages = Enumerable.Range(0, 40).Select(i => Talk.Number(i)).ToArray();

        int failures = 0;
        for (int i = 0; i < messages.Length; i++)
        {
            failures += await SendUntilAcknowledged(host.Monitor, messages[i]);
            (await store.ReadAsync(Talk.Key, Cancellation))!.Snapshot.ToArray()
                .Should().Equal(Talk.Fold(Talk.Key, messages.Take(i + 1)), "what is acknowledged is stored by then");
        }

        failures.Should().BeGreaterThan(5);
    }

    [Fact]
    public async Task AnAlertOfAFailedCommitIsRaisedByTheRepetition()
    {
        var store = new StubStore { Before = n => n == 2 ? Task.FromException(new IOException("disk")) : Task.CompletedTask };
        using var host = new MonitorHost(store);
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);
        var threat = Talk.Say("2", "send me a picture or else everybody sees it");

        int failures = await SendUntilAcknowledged(host.Monitor, threat);

        failures.Should().Be(1);
        (await store.ReadAlertsAsync("t", 0, 10, Cancellation)).Should().ContainSingle().Which.Sequence.Should().Be(2);
    }

    [Fact]
    public async Task AnotherWriterIsNoticedAndItsMessagesAreBuiltUpon()
    {
        var store = new StubStore();
        using var one = new MonitorHost(store);
        using var two = new MonitorHost(store);
        var messages = Enumerable.Range(0, 30).Select(i => Talk.Number(i)).ToArray();

        for (int i = 0; i < messages.Length; i++)
        {
            await (i % 3 == 0 ? two : one).Monitor.AppendAsync(Talk.Key, messages[i], Talk.Two, Cancellation);
        }

        (await store.ReadAsync(Talk.Key, Cancellation))!.Snapshot.ToArray().Should().Equal(Talk.Fold(Talk.Key, messages));
    }

    [Fact]
    public async Task AWriterThatNeverLetsGoEndsInAFailureAndNotInALoop()
    {
        var store = new StubStore();
        using var rival = new MonitorHost(store);
        int written = 0;
        bool busy = false;
        store.Before = async _ =>
        {
            if (busy)
            {
                return;
            }

            busy = true;
            await rival.Monitor.AppendAsync(Talk.Key, Talk.Number(written++), Talk.Two, Cancellation);
            busy = false;
        };
        using var host = new MonitorHost(store);

        var append = async () => await host.Monitor.AppendAsync(Talk.Key, Talk.Say("mine"), null, Cancellation);

        await append.Should().ThrowAsync<StateStoreException>();
        written.Should().BeLessThan(10);
    }

    [Fact]
    public async Task AStoreThatCannotReadFailsItsConversationAndIsAskedAgain()
    {
        var store = new StubStore { FailReads = new IOException("disk") };
        using var host = new MonitorHost(store);
        var append = async () => await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);

        await append.Should().ThrowAsync<StateStoreException>();
        store.FailReads = null;

        (await append()).Messages.Should().Equal(MessageOutcome.Applied);
    }

    [Fact]
    public async Task AListenerOfMetricsThatThrowsCannotStopAShard()
    {
        using var host = new MonitorHost(configure: o => o.Shards = 1);
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        bool throws = true;
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "grooming_signals.messages")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (throws && Environment.CurrentManagedThreadId == _thread)
            {
                throw new InvalidOperationException("a listener");
            }
        });
        _thread = Environment.CurrentManagedThreadId;
        listener.Start();
        Exception? thrown = null;
        try
        {
            await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);
        }
        catch (StateStoreException e)
        {
            thrown = e;
        }

        throws = false;
        var again = await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);

        thrown.Should().NotBeNull();
        again.Messages.Should().Equal(MessageOutcome.Duplicate);
    }

    [Fact]
    public async Task WhatWaitsIsCommittedTogether()
    {
        var gate = new TaskCompletionSource();
        var store = new StubStore { Before = n => n == 1 ? gate.Task : Task.CompletedTask };
        using var host = new MonitorHost(store, o => o.Shards = 1);

        var appends = Enumerable.Range(0, 50)
            .Select(i => host.Monitor.AppendAsync(new ConversationKey("t", $"c{i}"), Talk.Say("1"), Talk.Two, Cancellation).AsTask()).ToArray();
        gate.SetResult();
        await Task.WhenAll(appends);

        store.Commits.Should().Be(2);
        store.LargestCommit.Should().Be(49);
    }

    [Fact]
    public async Task ManyAtOnceOnOneConversationAreAllThereOnce()
    {
        using var host = new MonitorHost();

        var reports = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(
            async () => await host.Monitor.AppendAsync(Talk.Key, new Message { Id = $"m{i}", Sender = "a", Text = "ok" }, Talk.Two, Cancellation), Cancellation)));

        reports.Select(r => r.MessageCount).Order().Should().Equal(Enumerable.Range(1, 400));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4096)]
    public async Task HoweverManyStayReadyTheStoredStatesAreThoseOfAPlainFold(int live)
    {
        using var host = new MonitorHost(configure: o => (o.LiveConversations, o.Shards, o.CommitMessages) = (live, 2, 7));
        const int Conversations = 12;
        const int Messages = 40;

        await Task.WhenAll(Enumerable.Range(0, Conversations).Select(c => Task.Run(
            async () =>
            {
                for (int i = 0; i < Messages; i++)
                {
                    await host.Monitor.AppendAsync(new ConversationKey("t", $"c{c}"), Talk.Number(i, c), Talk.Two, Cancellation);
                }
            },
            Cancellation)));

        for (int c = 0; c < Conversations; c++)
        {
            var key = new ConversationKey("t", $"c{c}");
            (await host.Store.ReadAsync(key, Cancellation))!.Snapshot.ToArray()
                .Should().Equal(Talk.Fold(key, Enumerable.Range(0, Messages).Select(i => Talk.Number(i, c))));
        }
    }

    [Fact]
    public async Task ManyConversationsStayReadyOnlyToTheLimit()
    {
        var store = new StubStore();
        using var host = new MonitorHost(store, o => (o.LiveConversations, o.Shards) = (2, 1));
        async Task Send(string conversation, string id) => await host.Monitor.AppendAsync(new ConversationKey("t", conversation), Talk.Say(id), Talk.Two, Cancellation);

        await Send("a", "1");
        await Send("b", "1");
        await Send("a", "2");
        await Send("c", "1");
        int before = store.Reads;
        await Send("a", "3");
        int ready = store.Reads - before;
        await Send("b", "2");

        ready.Should().Be(0, "a was active last but one");
        (store.Reads - before).Should().Be(1, "b was given up for c");
    }

    private static async Task<int> SendUntilAcknowledged(ConversationMonitor monitor, Message message)
    {
        for (int failures = 0; ; failures++)
        {
            try
            {
                await monitor.AppendAsync(Talk.Key, message, Talk.Two, Cancellation);
                return failures;
            }
            catch (StateStoreException) when (failures < 5)
            {
                // Sent again, as a platform would.
            }
        }
    }
}
