using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Storage;

namespace GroomingSignals.Hosting.Tests.Monitoring;

/// <summary>The delivery contract, as <c>docs/operators.md</c> states it.</summary>
public sealed class IntakeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AMessageIsScoredAtOnce()
    {
        using var host = new MonitorHost();

        var report = await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), Talk.Two, Cancellation);

        report.Status.Should().Be(AppendStatus.Accepted);
        report.Messages.Should().Equal(MessageOutcome.Applied);
        report.MessageCount.Should().Be(1);
        report.Severity.Should().Be(Severity.Low);
        (await host.Monitor.AssessAsync(Talk.Key, Cancellation))!.Risk.Should().Be(report.Risk);
    }

    [Fact]
    public async Task ARedeliveryIsAcknowledgedAsADuplicateAndLeavesNoTrace()
    {
        using var host = new MonitorHost();
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), Talk.Two, Cancellation);
        var before = await host.Store.ReadAsync(Talk.Key, Cancellation);

        var report = await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), null, Cancellation);

        report.Messages.Should().Equal(MessageOutcome.Duplicate);
        report.MessageCount.Should().Be(1);
        report.Severity.Should().Be(Severity.Low);
        var after = await host.Store.ReadAsync(Talk.Key, Cancellation);
        after!.Snapshot.ToArray().Should().Equal(before!.Snapshot.ToArray(), "nothing is committed for what is known");
        after.Should().Be(before with { Snapshot = after.Snapshot });
    }

    [Fact]
    public async Task ARedeliveryToAHostThatHasJustStartedIsADuplicateToo()
    {
        using var first = new MonitorHost();
        var applied = await first.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), Talk.Two, Cancellation);
        using var second = new MonitorHost(first.Store);

        var report = await second.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), null, Cancellation);

        report.Messages.Should().Equal(MessageOutcome.Duplicate);
        (report.Risk, report.Severity, report.CurrentRisk).Should().Be((applied.Risk, applied.Severity, applied.CurrentRisk));
    }

    [Fact]
    public async Task OtherContentUnderAKnownIdIsRefusedByName()
    {
        using var host = new MonitorHost();
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);

        var report = await host.Monitor.AppendAsync(
            Talk.Key, new IncomingMessage[] { Talk.Say("0"), Talk.Say("1", "something else"), Talk.Say("2") }, null, Cancellation);

        report.Messages.Should().Equal(MessageOutcome.Applied, MessageOutcome.IdConflict, MessageOutcome.Applied);
        (await host.Store.ReadAsync(Talk.Key, Cancellation))!.Snapshot.ToArray()
            .Should().Equal(Talk.Fold(Talk.Key, [Talk.Say("1"), Talk.Say("0"), Talk.Say("2")]));
    }

    [Theory]
    [InlineData(31, MessageOutcome.Duplicate)]
    [InlineData(32, MessageOutcome.Applied)]
    public async Task TheWindowOfIdempotencyIsThirtyTwoMessages(int others, MessageOutcome outcome)
    {
        using var host = new MonitorHost();
        var first = Talk.Say("first");
        await host.Monitor.AppendAsync(Talk.Key, first, Talk.Two, Cancellation);
        for (int i = 0; i < others; i++)
        {
            await host.Monitor.AppendAsync(Talk.Key, Talk.Number(i), null, Cancellation);
        }

        (await host.Monitor.AppendAsync(Talk.Key, first, null, Cancellation)).Messages.Should().Equal(outcome);
    }

    [Fact]
    public async Task ARepetitionWithinOneAppendCountsOnce()
    {
        using var host = new MonitorHost();

        var report = await host.Monitor.AppendAsync(Talk.Key, new IncomingMessage[] { Talk.Say("1"), Talk.Say("1"), Talk.Say("2") }, Talk.Two, Cancellation);

        report.Messages.Should().Equal(MessageOutcome.Applied, MessageOutcome.Duplicate, MessageOutcome.Applied);
        report.MessageCount.Should().Be(2);
    }

    [Fact]
    public async Task ALateSequenceNumberIsAppliedInTheOrderOfArrivalAndStated()
    {
        using var host = new MonitorHost();
        var messages = new[] { Talk.Number(0), Talk.Number(1), Talk.Number(2), Talk.Number(3) };
        long?[] sequences = [10, 12, 11, 12];

        for (int i = 0; i < 4; i++)
        {
            var report = await host.Monitor.AppendAsync(Talk.Key, new IncomingMessage(messages[i], sequences[i]), Talk.Two, Cancellation);
            report.Messages.Should().Equal(i == 2 ? MessageOutcome.AppliedLate : MessageOutcome.Applied);
        }

        (await host.Store.ReadAsync(Talk.Key, Cancellation))!.Snapshot.ToArray().Should().Equal(Talk.Fold(Talk.Key, messages));
        (await host.Monitor.AssessAsync(Talk.Key, Cancellation))!.Assumptions.Should().ContainSingle(a => a.Code == "sequence-late").Which.Count.Should().Be(1);
    }

    [Fact]
    public async Task ATimeBeforeThatOfAnEarlierMessageIsAnAssumption()
    {
        using var host = new MonitorHost();
        await host.Monitor.AppendAsync(Talk.Key, Talk.Number(5), Talk.Two, Cancellation);
        await host.Monitor.AppendAsync(Talk.Key, Talk.Number(2), null, Cancellation);

        (await host.Monitor.AssessAsync(Talk.Key, Cancellation))!.Assumptions.Should().ContainSingle(a => a.Code == "time-backwards");
    }

    [Fact]
    public async Task NobodyAssessesAConversationThatIsNotThere()
    {
        using var host = new MonitorHost();

        (await host.Monitor.AssessAsync(Talk.Key, Cancellation)).Should().BeNull();
    }

    [Fact]
    public async Task MisuseIsRefusedBeforeAnythingIsTakenIn()
    {
        using var host = new MonitorHost(configure: o => o.MaximumAppendMessages = 2);
        var monitor = host.Monitor;
        (string Names, Func<Task> Act)[] misuse =
        [
            ("no conversation", async () => await monitor.AppendAsync(default, Talk.Say("1"))),
            ("sender id is empty", async () => await monitor.AppendAsync(Talk.Key, Talk.Say("1", sender: ""))),
            ("message id is longer", async () => await monitor.AppendAsync(Talk.Key, Talk.Say(new string('x', 257)))),
            ("sender id holds a NUL", async () => await monitor.AppendAsync(Talk.Key, Talk.Say("1", sender: "a\0"))),
            ("not well-formed", async () => await monitor.AppendAsync(Talk.Key, Talk.Say("\ud800"))),
            ("participants[1] has the id of participants[0]", async () => await monitor.AppendAsync(Talk.Key, Talk.Say("1"), [Talk.Two[0], Talk.Two[0]])),
            ("messages[1]: the sender id is empty", async () => await monitor.AppendAsync(Talk.Key, new IncomingMessage[] { Talk.Say("1"), Talk.Say("2", sender: "") })),
            ("There are 0 messages", async () => await monitor.AppendAsync(Talk.Key, Array.Empty<IncomingMessage>())),
            ("There are 3 messages", async () => await monitor.AppendAsync(Talk.Key, new IncomingMessage[] { Talk.Say("1"), Talk.Say("2"), Talk.Say("3") })),
        ];

        foreach (var (names, act) in misuse)
        {
            (await act.Should().ThrowAsync<ArgumentException>()).WithMessage($"*{names}*");
        }

        (await host.Store.CountAsync(Cancellation)).Should().Be(0);
    }

    [Fact]
    public async Task HostileTextIsTakenInLikeAnyOther()
    {
        using var host = new MonitorHost();
        foreach (string text in new[] { "\ud800", "\0\0", new string('x', 100_000), "\u202e\u200b", "" })
        {
            (await host.Monitor.AppendAsync(Talk.Key, new Message { Sender = "a", Text = text }, Talk.Two, Cancellation)).Status.Should().Be(AppendStatus.Accepted);
        }
    }

    [Fact]
    public async Task AStoreThatIsFullRefusesNewConversationsClearly()
    {
        using var host = new MonitorHost(configure: o => o.MaximumConversations = 1);
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);

        (await host.Monitor.AppendAsync(new ConversationKey("t", "new"), Talk.Say("1"), null, Cancellation)).Status.Should().Be(AppendStatus.StoreFull);
        (await host.Monitor.AppendAsync(Talk.Key, Talk.Say("2"), null, Cancellation)).Status.Should().Be(AppendStatus.Accepted);
    }

    [Fact]
    public async Task AParticipantWhoIsNamedLaterIsListedWithTheNextMessage()
    {
        using var host = new MonitorHost();
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), [Talk.Two[0]], Cancellation);
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);
        var before = (await host.Monitor.AssessAsync(Talk.Key, Cancellation))!;

        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("2"), Talk.Two, Cancellation);

        before.Participants.Select(p => p.Id).Should().NotContain("b", "a redelivery leaves no trace");
        (await host.Monitor.AssessAsync(Talk.Key, Cancellation))!.Participants.Single(p => p.Id == "b").Age.Should().Be(AgeBand.From13To15);
    }

    [Fact]
    public async Task AnErasedConversationBeginsAnew()
    {
        using var host = new MonitorHost();
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), Talk.Two, Cancellation);

        (await host.Monitor.EraseAsync(Talk.Key, Cancellation)).Should().BeTrue();
        (await host.Monitor.EraseAsync(Talk.Key, Cancellation)).Should().BeFalse();
        var report = await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1", "dont tell your mom"), Talk.Two, Cancellation);

        report.Messages.Should().Equal(MessageOutcome.Applied);
        report.MessageCount.Should().Be(1);
    }

    [Fact]
    public async Task RecordsOfParticipantsAreCommittedWithTheStateAndOnlyWhenTheyChange()
    {
        using var host = new MonitorHost(projector: new SenderRecords());
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("1"), Talk.Two, Cancellation);
        await host.Monitor.AppendAsync(Talk.Key, Talk.Say("2"), null, Cancellation);

        var records = await host.Store.ReadParticipantAsync("t", "a", 10, Cancellation);

        records.Should().ContainSingle().Which.Data.ToArray().Should().Equal(2);
    }

    private sealed class SenderRecords : IParticipantProjector
    {
        public void Project(RiskAnalyzer analyzer, Tracking.ConversationState state, ICollection<ParticipantRecord> records) =>
            records.Add(new ParticipantRecord("a", new[] { (byte)state.MessageCount }));
    }
}
