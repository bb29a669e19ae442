using System.Text;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Storage;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>What every store must do; each store runs it.</summary>
public abstract class StoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly ConversationKey Key = new("tenant", "conversation");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IConversationStateStore Store { get; }

    [Fact]
    public async Task WhatWasCommittedIsRead()
    {
        var next = State(1, "first") with { AlertedSeverity = Severity.Urgent, LastSequence = 41, LateMessages = 2 };

        (await Store.CommitAsync([Change(Key, 0, next)], Cancellation)).Rejected.Should().BeEmpty();

        var stored = await Store.ReadAsync(Key, Cancellation);
        stored!.Snapshot.ToArray().Should().Equal(next.Snapshot.ToArray());
        (stored with { Snapshot = default }).Should().Be(next with { Snapshot = default });
        (await Store.CountAsync(Cancellation)).Should().Be(1);
    }

    [Fact]
    public async Task ASnapshotIsCopiedAndWhatAReaderHasStaysAsItWas()
    {
        byte[] buffer = Encoding.UTF8.GetBytes("first");
        await Store.CommitAsync([Change(Key, 0, State(1, "") with { Snapshot = buffer })], Cancellation);
        buffer.AsSpan().Fill((byte)'x');
        var first = await Store.ReadAsync(Key, Cancellation);

        foreach (string next in new[] { "other", "a much longer one than all before, so long that no room is left for it where the first one stood", "short" })
        {
            await Store.CommitAsync([Change(Key, (await Store.ReadAsync(Key, Cancellation))!.Version, State((await Store.ReadAsync(Key, Cancellation))!.Version + 1, next))], Cancellation);
            Text((await Store.ReadAsync(Key, Cancellation))!).Should().Be(next);
        }

        Text(first!).Should().Be("first");
    }

    [Fact]
    public async Task ASequenceThatIsNotGivenStaysNull()
    {
        await Store.CommitAsync([Change(Key, 0, State(1, "x"))], Cancellation);

        (await Store.ReadAsync(Key, Cancellation))!.LastSequence.Should().BeNull();
    }

    [Fact]
    public async Task NobodyReadsWhatIsNotThere() => (await Store.ReadAsync(Key, Cancellation)).Should().BeNull();

    [Fact]
    public async Task TenantsDoNotSeeEachOther()
    {
        await Store.CommitAsync([Change(Key, 0, State(1, "x"), alerts: [Raise(Key, Severity.Review, 3)], records: [Record("p", "d")])], Cancellation);

        (await Store.ReadAsync(new ConversationKey("other", Key.Conversation), Cancellation)).Should().BeNull();
        (await Store.ReadAlertsAsync("other", 0, 10, Cancellation)).Should().BeEmpty();
        (await Store.ReadParticipantAsync("other", "p", 10, Cancellation)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task AChangeUponAnotherVersionIsLeftOutWhole(long expected)
    {
        await Store.CommitAsync([Change(Key, 0, State(1, "one"))], Cancellation);
        await Store.CommitAsync([Change(Key, 1, State(2, "two"))], Cancellation);

        var result = await Store.CommitAsync(
            [Change(Key, expected, State(expected + 1, "late"), alerts: [Raise(Key, Severity.Review, 1)], records: [Record("p", "late")])], Cancellation);

        result.Rejected.Should().Equal(new RejectedChange(0, RejectionReason.Conflict));
        Text((await Store.ReadAsync(Key, Cancellation))!).Should().Be("two");
        (await Store.ReadAlertsAsync(Key.Tenant, 0, 10, Cancellation)).Should().BeEmpty();
        (await Store.ReadParticipantAsync(Key.Tenant, "p", 10, Cancellation)).Should().BeEmpty();
    }

    [Fact]
    public async Task AChangeOfAConversationThatIsGoneIsAConflict() =>
        (await Store.CommitAsync([Change(Key, 4, State(5, "x"))], Cancellation)).Rejected.Should().Equal(new RejectedChange(0, RejectionReason.Conflict));

    [Fact]
    public async Task AConflictLeavesTheOthersOfItsCommitAlone()
    {
        var other = new ConversationKey("tenant", "other");
        var third = new ConversationKey("tenant", "third");
        await Store.CommitAsync([Change(Key, 0, State(1, "one"))], Cancellation);

        var result = await Store.CommitAsync(
            [Change(other, 0, State(1, "o")), Change(Key, 7, State(8, "late")), Change(third, 0, State(1, "t"))], Cancellation);

        result.Rejected.Should().Equal(new RejectedChange(1, RejectionReason.Conflict));
        Text((await Store.ReadAsync(other, Cancellation))!).Should().Be("o");
        Text((await Store.ReadAsync(third, Cancellation))!).Should().Be("t");
    }

    [Fact]
    public async Task ALaterHourIsWrittenToo()
    {
        await Store.CommitAsync([Change(Key, 0, State(1, "one"))], Cancellation);
        await Store.CommitAsync([Change(Key, 1, State(2, "two", Noon.AddHours(5)))], Cancellation);

        (await Store.ReadAsync(Key, Cancellation))!.UpdatedAt.Should().Be(Noon.AddHours(5));
        (await Store.EraseOlderAsync(Noon.AddHours(4), 10, Cancellation)).Should().Be(0);
        (await Store.EraseOlderAsync(Noon.AddHours(6), 10, Cancellation)).Should().Be(1);
    }

    [Fact]
    public async Task AlertsAreReadAfterACursorInTheirOrder()
    {
        for (int i = 1; i <= 5; i++)
        {
            var key = new ConversationKey("tenant", $"c{i}");
            await Store.CommitAsync([Change(key, 0, State(1, "x"), alerts: [Raise(key, Severity.Review, i)])], Cancellation);
        }

        var first = await Store.ReadAlertsAsync("tenant", 0, 2, Cancellation);
        var rest = await Store.ReadAlertsAsync("tenant", first[^1].Cursor, 10, Cancellation);

        first.Concat(rest).Select(a => a.Sequence).Should().Equal(1, 2, 3, 4, 5);
        first.Concat(rest).Select(a => a.Cursor).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        (await Store.ReadAlertsAsync("tenant", rest[^1].Cursor, 10, Cancellation)).Should().BeEmpty();
        (await Store.ReadAlertsAsync("tenant", 0, 2, Cancellation)).Should().BeEquivalentTo(first, "reading removes nothing");
    }

    [Fact]
    public async Task AnAlertIsReadAsItWasRaised()
    {
        var alert = Raise(Key, Severity.Urgent, 17) with { From = "a", Towards = "b", Tactics = [Tactic.Secrecy, Tactic.ImageRequest] };

        await Store.CommitAsync([Change(Key, 0, State(1, "x"), alerts: [alert, alert with { From = null, Towards = null, Tactics = [] }])], Cancellation);

        var read = await Store.ReadAlertsAsync("tenant", 0, 10, Cancellation);
        read[0].Should().BeEquivalentTo(alert, o => o.Excluding(a => a.Cursor));
        read[0].IdempotencyKey.Should().Be("conversation/urgent/17");
        read[1].From.Should().BeNull();
        read[1].Tactics.Should().BeEmpty();
    }

    [Fact]
    public async Task ACursorIsNotGivenTwiceThoughItsAlertIsErased()
    {
        await Store.CommitAsync([Change(Key, 0, State(1, "x"), alerts: [Raise(Key, Severity.Review, 1)])], Cancellation);
        long first = (await Store.ReadAlertsAsync("tenant", 0, 10, Cancellation))[0].Cursor;
        await Store.EraseAsync(Key, Cancellation);

        await Store.CommitAsync([Change(Key, 0, State(1, "y"), alerts: [Raise(Key, Severity.Review, 1)])], Cancellation);

        (await Store.ReadAlertsAsync("tenant", first, 10, Cancellation)).Should().ContainSingle();
    }

    [Fact]
    public async Task TheEndOfTheOutboxIsTheLastCursorAlsoWhenItsAlertIsErased()
    {
        (await Store.ReadAlertsEndAsync("tenant", Cancellation)).Should().Be(0);
        await Store.CommitAsync([Change(Key, 0, State(1, "x"), alerts: [Raise(Key, Severity.Review, 1), Raise(Key, Severity.Urgent, 2)])], Cancellation);
        long last = (await Store.ReadAlertsAsync("tenant", 0, 10, Cancellation))[^1].Cursor;

        (await Store.ReadAlertsEndAsync("tenant", Cancellation)).Should().Be(last);
        await Store.EraseAsync(Key, Cancellation);
        await Store.ScrubAsync(Cancellation);
        (await Store.ReadAlertsEndAsync("tenant", Cancellation)).Should().Be(last);
    }

    [Fact]
    public async Task ARecordReplacesTheLastOneOfItsConversation()
    {
        var other = new ConversationKey("tenant", "another");
        await Store.CommitAsync([Change(Key, 0, State(1, "x"), records: [Record("p", "one"), Record("q", "of q")])], Cancellation);
        await Store.CommitAsync([Change(other, 0, State(1, "x"), records: [Record("p", "elsewhere")])], Cancellation);
        await Store.CommitAsync([Change(Key, 1, State(2, "x"), records: [Record("p", "two")])], Cancellation);

        var records = await Store.ReadParticipantAsync("tenant", "p", 10, Cancellation);

        records.Select(r => (r.Conversation, Encoding.UTF8.GetString(r.Data.Span))).Should().Equal(("another", "elsewhere"), ("conversation", "two"));
        (await Store.ReadParticipantAsync("tenant", "p", 1, Cancellation)).Should().HaveCount(1);
        (await Store.ReadParticipantAsync("tenant", "q", 10, Cancellation)).Should().HaveCount(1);
    }

    [Fact]
    public async Task ErasureTakesStateAlertsAndRecordsOfThatConversationAlone()
    {
        var other = new ConversationKey("tenant", "other");
        foreach (var key in new[] { Key, other })
        {
            await Store.CommitAsync([Change(key, 0, State(1, "x"), alerts: [Raise(key, Severity.Review, 1)], records: [Record("p", "d")])], Cancellation);
        }

        (await Store.EraseAsync(Key, Cancellation)).Should().BeTrue();
        (await Store.EraseAsync(Key, Cancellation)).Should().BeFalse();

        (await Store.ReadAsync(Key, Cancellation)).Should().BeNull();
        (await Store.ReadAsync(other, Cancellation)).Should().NotBeNull();
        (await Store.ReadAlertsAsync("tenant", 0, 10, Cancellation)).Should().ContainSingle().Which.Key.Should().Be(other);
        (await Store.ReadParticipantAsync("tenant", "p", 10, Cancellation)).Should().ContainSingle().Which.Conversation.Should().Be("other");
        (await Store.CountAsync(Cancellation)).Should().Be(1);
    }

    [Fact]
    public async Task WhatIsOldGoesInPortionsAndWhatIsNotStays()
    {
        for (int i = 0; i < 25; i++)
        {
            var key = new ConversationKey("tenant", $"c{i}");
            var at = i < 20 ? Noon.AddMinutes(i) : Noon.AddDays(2);
            await Store.CommitAsync([Change(key, 0, State(1, "x", at), alerts: [Raise(key, Severity.Review, 1)], records: [Record("p", "d")])], Cancellation);
        }

        (await Store.EraseOlderAsync(Noon.AddDays(1), 15, Cancellation)).Should().Be(15);
        (await Store.EraseOlderAsync(Noon.AddDays(1), 15, Cancellation)).Should().Be(5);
        (await Store.EraseOlderAsync(Noon.AddDays(1), 15, Cancellation)).Should().Be(0);

        (await Store.CountAsync(Cancellation)).Should().Be(5);
        (await Store.ReadAlertsAsync("tenant", 0, 100, Cancellation)).Should().HaveCount(5);
        (await Store.ReadParticipantAsync("tenant", "p", 100, Cancellation)).Should().HaveCount(5);
    }

    [Fact]
    public async Task TheMomentItselfIsNotBeforeTheMoment()
    {
        await Store.CommitAsync([Change(Key, 0, State(1, "x"))], Cancellation);

        (await Store.EraseOlderAsync(Noon, 10, Cancellation)).Should().Be(0);
        (await Store.EraseOlderAsync(Noon.AddMilliseconds(1), 10, Cancellation)).Should().Be(1);
    }

    [Fact]
    public async Task OfManyWhoWriteOneVersionOneWins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
            await Store.CommitAsync([Change(Key, 0, State(1, $"w{i}"))], Cancellation), Cancellation)));

        results.Count(r => r.Rejected.IsEmpty).Should().Be(1);
        (await Store.ReadAsync(Key, Cancellation))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task IdsOfAnyWellFormedTextAreKeptApart()
    {
        string[] ids = ["a", "A", "a ", "a'; DROP TABLE conversation; --", "ä", "a\u0308", "\U0001F600", "a/b", "%"];
        foreach (string id in ids)
        {
            await Store.CommitAsync([Change(new ConversationKey("t", id), 0, State(1, id))], Cancellation);
        }

        foreach (string id in ids)
        {
            Text((await Store.ReadAsync(new ConversationKey("t", id), Cancellation))!).Should().Be(id);
        }
    }

    protected static ConversationChange Change(
        ConversationKey key, long expected, StoredConversation next, IReadOnlyList<Alert>? alerts = null, IReadOnlyList<ParticipantRecord>? records = null) =>
        new() { Key = key, ExpectedVersion = expected, Next = next, Alerts = alerts ?? [], Participants = records ?? [] };

    protected static StoredConversation State(long version, string text, DateTimeOffset? at = null) =>
        new() { Version = version, Snapshot = Encoding.UTF8.GetBytes(text), UpdatedAt = at ?? Noon };

    protected static Alert Raise(ConversationKey key, Severity severity, int sequence) =>
        new() { Key = key, Severity = severity, Sequence = sequence, Risk = 0.75, RaisedAt = Noon };

    protected static ParticipantRecord Record(string participant, string data) => new(participant, Encoding.UTF8.GetBytes(data));

    private static string Text(StoredConversation stored) => Encoding.UTF8.GetString(stored.Snapshot.Span);
}
