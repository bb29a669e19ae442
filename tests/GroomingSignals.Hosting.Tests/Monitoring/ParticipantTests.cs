using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Tests.Storage;
using GroomingSignals.Participants;

namespace GroomingSignals.Hosting.Tests.Monitoring;

/// <summary>A participant is assessed over all their conversations, as committed and as erased.</summary>
public sealed class ParticipantTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhatWasSaidToSeveralCountsTogetherUntilItIsErased(bool hashed)
    {
        using var host = new MonitorHost(configure: o =>
        {
            o.FollowParticipants = true;
            o.IdHashKey = hashed ? new byte[16] : null;
        });
        await TalkTo(host.Monitor, 3);

        var three = await host.Monitor.AssessParticipantAsync("t", "a", Cancellation);
        await host.Monitor.EraseAsync(new ConversationKey("t", "c1"), Cancellation);
        var two = await host.Monitor.AssessParticipantAsync("t", "a", Cancellation);

        three!.ParticipantId.Should().Be(host.Monitor.IdOf("t", "a"));
        three.Reached.Value.Should().Be(3);
        three.Severity.Should().Be(Severity.Review);
        two!.Reached.Value.Should().Be(2);
        (await host.Monitor.AssessParticipantAsync("t", "b1", Cancellation)).Should().BeNull("who was written to is not followed");
        (await host.Monitor.AssessParticipantAsync("other", "a", Cancellation)).Should().BeNull();
    }

    [Fact]
    public async Task ConversationsBeyondTheBoundAreStated()
    {
        using var host = new MonitorHost(configure: o => (o.FollowParticipants, o.ParticipantConversations) = (true, 2));
        await TalkTo(host.Monitor, 2);
        var whole = await host.Monitor.AssessParticipantAsync("t", "a", Cancellation);
        await TalkTo(host.Monitor, 3);
        var cut = await host.Monitor.AssessParticipantAsync("t", "a", Cancellation);

        whole!.Assumptions.Should().NotContain(a => a.Code == "conversations-truncated");
        cut!.Assumptions.Should().Contain(a => a.Code == "conversations-truncated");
        cut.Reached.Value.Should().Be(2);
    }

    [Fact]
    public async Task WhoIsNotFollowedCannotBeAskedFor()
    {
        using var host = new MonitorHost();
        await TalkTo(host.Monitor, 1);

        var ask = async () => await host.Monitor.AssessParticipantAsync("t", "a", Cancellation);

        (await ask.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*FollowParticipants*");
        (await host.Store.ReadParticipantAsync("t", "a", 10, Cancellation)).Should().BeEmpty();
    }

    [Fact]
    public async Task AnIdThatIsNotUsableIsRefused()
    {
        using var host = new MonitorHost(configure: o => o.FollowParticipants = true);
        var ask = async () => await host.Monitor.AssessParticipantAsync("t", "", Cancellation);

        (await ask.Should().ThrowAsync<ArgumentException>()).WithMessage("*participant id is empty*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task AfterEveryMessageWhatIsStoredOfAParticipantIsWhatTheConversationSays(int commitThatFails)
    {
        var store = new StubStore { Before = n => n == commitThatFails ? Task.FromException(new IOException("disk")) : Task.CompletedTask };
        using var host = new MonitorHost(store, o => o.FollowParticipants = true);
        var plain = Talk.Analyzer.Start("c", [Talk.Two[0]]);
        for (int i = 0; i < 20; i++)
        {
            // Who listens becomes known late, and is heard of again with every message.
            Participant[] known = i < 5 ? [Talk.Two[0]] : Talk.Two;
            Talk.Analyzer.Join(plain, known);
            Talk.Analyzer.Append(plain, Talk.Number(i));
            if (i == commitThatFails - 1)
            {
                await FluentActions.Awaiting(() => host.Monitor.AppendAsync(Talk.Key, Talk.Number(i), known, Cancellation).AsTask()).Should().ThrowAsync<StateStoreException>();
            }

            await host.Monitor.AppendAsync(Talk.Key, Talk.Number(i), known, Cancellation);

            var stored = await host.Store.ReadParticipantAsync("t", "a", 1, Cancellation);
            string[] said = [.. ParticipantState.Summarize(plain).Where(s => s.ParticipantId == "a").Select(s => Convert.ToHexString(s.ToSnapshot()))];
            stored.Select(r => Convert.ToHexString(r.Data.Span)).Should().Equal(said, "message {0}", i);
        }
    }

    private static async Task TalkTo(ConversationMonitor monitor, int conversations)
    {
        for (int i = 0; i < conversations; i++)
        {
            Participant[] two = [Talk.Two[0], new() { Id = $"b{i}", Age = AgeBand.From13To15 }];
            await monitor.AppendAsync(new ConversationKey("t", $"c{i}"), Talk.Say("1", "dont tell your mom ok"), two, Cancellation);
            await monitor.AppendAsync(new ConversationKey("t", $"c{i}"), Talk.Say("2", "send me a pic"), two, Cancellation);
        }
    }
}
