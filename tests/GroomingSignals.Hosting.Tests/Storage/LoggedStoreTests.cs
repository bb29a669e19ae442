using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

using static GroomingSignals.Hosting.Tests.Storage.TestChanges;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>A store with its commit log: whatever happens to the process, it holds what was acknowledged, once.</summary>
public sealed class LoggedStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AProcessThatSharesTheFileFoldsWhatOneLeftThatHadItAlone()
    {
        string left;
        using (var alone = Open("a.db"))
        {
            await alone.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
            left = KilledProcess.Leaves(_folder, "a.db", "left.db");
        }

        using var shared = new SqliteConversationStateStore(_folder.File(left), shared: true);

        (await shared.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(1);
        new FileInfo(_folder.File(left) + SqliteOpening.LogSuffix).Length.Should().Be(0);
    }

    [Fact]
    public void WhoHasTheStoreForItselfKeepsEverybodyElseOut()
    {
        using var alone = Open("a.db");
        string file = _folder.File("a.db") + SqliteOpening.LockSuffix;

        FluentActions.Invoking(() => StoreLock.Take(file, NullLogger.Instance, patience: 0)).Should().Throw<StateStoreException>().WithMessage("*has the store open*SqliteShared*");
        FluentActions.Invoking(() => StoreLock.Share(file, NullLogger.Instance, patience: 0)).Should().Throw<StateStoreException>().WithMessage("*for itself*");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhoSharesTheStoreKeepsOutWhoeverWantsItAlone(bool said)
    {
        using var one = new SqliteConversationStateStore(_folder.File("a.db"), said ? null : 1_000_000, shared: said);
        using var two = new SqliteConversationStateStore(_folder.File("a.db"), shared: true);

        FluentActions.Invoking(() => StoreLock.Take(_folder.File("a.db") + SqliteOpening.LockSuffix, NullLogger.Instance, patience: 0)).Should().Throw<StateStoreException>();
    }

    [Fact]
    public async Task ACommitThatTheLogDoesNotTakeGoesIntoTheTables()
    {
        var log = CommitLog.Open(_folder.File("a.db") + SqliteOpening.LogSuffix);
        using (var writer = Writer("a.db", log))
        {
            await writer.Do(new SqliteCommit([Change(Key(1), 0, 10, 0)]));
            log.Dispose();
            (await writer.Do(new SqliteCommit([Change(Key(1), 1, 10, 1), Change(Key(2), 0, 10, 1)]))).Rejected.Should().BeEmpty();
            (await writer.Do(new SqliteCommit([Change(Key(2), 1, 10, 2), Change(Key(1), 1, 10, 2)]))).Rejected.Should().Equal(new RejectedChange(1, RejectionReason.Conflict));
            writer.IsBehind.Should().BeFalse();
        }

        // The write that failed may have left its record all the same.
        using (var failed = CommitLog.Open(_folder.File("a.db") + SqliteOpening.LogSuffix))
        {
            var content = new CommitWriter();
            content.Write(Change(Key(1), 1, 10, 9));
            failed.Prepare(1, Mark("a.db"));
            failed.Append(2, Mark("a.db"), content.Written);
        }

        using var store = Open("a.db");
        (await store.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(2);
        (await store.ReadAsync(Key(2), Cancellation))!.Version.Should().Be(2);
        (await store.ReadAlertsAsync(Tenant, 0, 100, Cancellation)).Should().HaveCount(4);
    }

    [Fact]
    public async Task ACommitThatIsLargerThanTheLogIsTakenAndWhatFollowsIsLoggedAgain()
    {
        string left;
        using (var store = Open("a.db"))
        {
            await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
            await store.CommitAsync([Change(Key(1), 1, CommitLog.HalfBytes, 1)], Cancellation);
            left = KilledProcess.Leaves(_folder, "a.db", "left.db");
            await store.CommitAsync([Change(Key(1), 2, 10, 2), Change(Key(2), 0, 10, 2)], Cancellation);
        }

        using (var killed = Open(left))
        {
            (await killed.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(2);
        }

        using var again = Open("a.db");
        (await again.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(3);
        (await again.ReadAlertsAsync(Tenant, 0, 100, Cancellation)).Should().HaveCount(4);
    }

    [Fact]
    public async Task ACommitThatFillsAHalfIsTakenBesideTheEmptyRecordOfAFreshLog()
    {
        using (var store = Open("a.db"))
        {
            await store.CommitAsync([Change(Key(2), 0, 10, 0)], Cancellation);
        }

        int length = CommitLog.HalfBytes;
        while (!CommitLog.Fits(ContentOf(length)))
        {
            length--;
        }

        using (var store = Open("a.db"))
        {
            await store.CommitAsync([Change(Key(1), 0, length, 0)], Cancellation);
            KilledProcess.Leaves(_folder, "a.db", "left.db");
            await store.CommitAsync([Change(Key(1), 1, 10, 1)], Cancellation);
        }

        using var killed = Open("left.db");
        (await killed.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(1);
        using var closed = Open("a.db");
        (await closed.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(2);
    }

    [Fact]
    public async Task CommitsGoOnWhileSomebodyElseHoldsTheTables()
    {
        using var store = Open("a.db");
        await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
        using (var held = OtherProcess.Holds(_folder, "a.db"))
        {
            var alerts = store.ReadAlertsAsync(Tenant, 0, 10, Cancellation).AsTask();
            await store.CommitAsync([Change(Key(1), 1, 10, 1)], Cancellation);
            (await store.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(2);
            alerts.IsCompleted.Should().BeFalse("who asks for everything waits for the tables");
            held.Dispose();
            (await alerts).Should().NotBeEmpty();
        }

        (await store.ReadAlertsAsync(Tenant, 0, 10, Cancellation)).Should().HaveCount(2);
    }

    [Fact]
    public async Task WhatTheTablesHaveNoRoomForIsToldAsSuchAndStaysInTheLog()
    {
        var connection = SqliteDatabase.OpenWriter(_folder.File("a.db"));
        SqliteDatabase.Limit(connection, 1);
        var log = CommitLog.Open(_folder.File("a.db") + SqliteOpening.LogSuffix);
        using var logs = new RecordedLogs();
        using (var writer = new SqliteWriter(connection, log, SqliteDatabase.OpenReader(_folder.File("a.db")), logs))
        {
            (await writer.Do(new SqliteCommit([Change(Key(1), 0, 100_000, 0)]))).Rejected.Should().BeEmpty("the log has room");

            var fold = await FluentActions.Awaiting(() => writer.Do(new SqliteFold()).AsTask()).Should().ThrowAsync<StateStoreException>();
            var erasure = await FluentActions.Awaiting(() => writer.Do(new SqliteErasure(_ => [Key(1)])).AsTask()).Should().ThrowAsync<StateStoreException>();

            fold.Which.IsFull.Should().BeTrue();
            erasure.Which.IsFull.Should().BeTrue();
            writer.IsFull.Should().BeTrue();
        }

        logs.Lines.Should().ContainSingle().Which.Should().Contain("Do not remove it");
        using var store = Open("a.db");
        (await store.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task AStartThatHasNoRoomForWhatTheLogHoldsSaysSoAndKeepsIt()
    {
        using (var log = CommitLog.Open(_folder.File("a.db") + SqliteOpening.LogSuffix))
        using (var connection = SqliteDatabase.OpenWriter(_folder.File("a.db")))
        using (var statements = new SqliteWriteStatements(connection.Handle!))
        using (var tables = new SqliteFoldStatements(connection.Handle!))
        {
            var content = new CommitWriter();
            content.Write(Change(Key(1), 0, 100_000, 0));
            log.Prepare(0, tables.State().Mark);
            log.Append(1, tables.State().Mark, content.Written);
            SqliteDatabase.Limit(connection, 1);

            FluentActions.Invoking(() => LoggedCommits.Recover(log, statements, tables, NullLogger.Instance))
                .Should().Throw<StateStoreException>().WithMessage("*has no room*do not remove it*").Which.IsFull.Should().BeTrue();
        }

        using var store = Open("a.db");
        (await store.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task OneCommitThatIsOfNoUseDoesNotFailItsNeighbours()
    {
        using var store = Open("a.db");
        var bad = new ConversationChange { Key = Key(1), ExpectedVersion = 0, Next = Change(Key(1), 0, 10, 0).Next, Alerts = [null!] };
        using (var held = OtherProcess.Holds(_folder, "a.db"))
        {
            // The writer waits in the erasure, so that what comes meanwhile is a group.
            var erased = store.EraseAsync(Key(5), Cancellation).AsTask();
            var first = store.CommitAsync([Change(Key(2), 0, 10, 0)], Cancellation).AsTask();
            var second = store.CommitAsync([bad], Cancellation).AsTask();
            var third = store.CommitAsync([Change(Key(3), 0, 10, 0)], Cancellation).AsTask();
            held.Dispose();
            await erased;
            (await first).Rejected.Should().BeEmpty();
            (await third).Rejected.Should().BeEmpty();
            await second.Invoking(async s => await s).Should().ThrowAsync<NullReferenceException>();
        }

        (await store.CountAsync(Cancellation)).Should().Be(2);
    }

    [Fact]
    public async Task ManyCommitsThatWaitTogetherAreLoggedAsSeveralRecords()
    {
        int half = CommitLog.HalfBytes / 2;
        using (var store = Open("a.db"))
        {
            var all = Enumerable.Range(0, 8).Select(c => store.CommitAsync([Change(Key(c), 0, half, c)], Cancellation).AsTask()).ToArray();
            foreach (var result in await Task.WhenAll(all))
            {
                result.Rejected.Should().BeEmpty();
            }
        }

        using var again = Open("a.db");
        (await again.CountAsync(Cancellation)).Should().Be(8);
    }

    [Fact]
    public async Task ReadersThatAskForEverythingDoNotHoldUpCommits()
    {
        using var store = Open("a.db");
        await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
        using var held = OtherProcess.Holds(_folder, "a.db");
        var asked = new List<Task<IReadOnlyList<Alert>>>();
        for (int version = 1; version < 6; version++)
        {
            asked.Add(store.ReadAlertsAsync(Tenant, 0, 10, Cancellation).AsTask());
            (await store.CommitAsync([Change(Key(1), version, 10, version)], Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Cancellation)).Rejected.Should().BeEmpty();
        }

        asked.Should().OnlyContain(a => !a.IsCompleted);
        held.Dispose();
        for (int i = 0; i < asked.Count; i++)
        {
            (await asked[i]).Should().HaveCountGreaterThan(i, "so many were acknowledged when it was asked");
        }
    }

    [Fact]
    public async Task ADatabaseThatIsSetBackToBeforeAnErasureIsTold()
    {
        using (var store = Open("a.db"))
        {
            await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
        }

        File.Copy(_folder.File("a.db"), _folder.File("b.db"));
        using (var store = Open("a.db"))
        {
            await store.EraseAsync(Key(1), Cancellation);
            await store.CommitAsync([Change(Key(1), 0, 10, 1)], Cancellation);
            string left = KilledProcess.Leaves(_folder, "a.db", "left.db");
            File.Copy(_folder.File(left) + SqliteOpening.LogSuffix, _folder.File("b.db") + SqliteOpening.LogSuffix, overwrite: true);
        }

        FluentActions.Invoking(() => Open("b.db")).Should().Throw<StateStoreException>().WithMessage("*older than its commit log*");
        File.Exists(_folder.File("b.db-wal")).Should().BeFalse("a refused start leaves nothing that would be read into a database put there later");
        StoreLock.Take(_folder.File("b.db") + SqliteOpening.LockSuffix, NullLogger.Instance, patience: 0).Dispose();
    }

    [Fact]
    public async Task AnErasureWaitsForTheFoldThatIsUnderWay()
    {
        using (var store = Open("a.db"))
        {
            await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
            using var held = OtherProcess.Holds(_folder, "a.db");
            var count = store.CountAsync(Cancellation).AsTask();
            await store.CommitAsync([Change(Key(2), 0, 10, 0)], Cancellation);
            var erased = store.EraseAsync(Key(1), Cancellation).AsTask();
            await Task.Delay(100, Cancellation);
            erased.IsCompleted.Should().BeFalse();
            held.Dispose();
            (await erased).Should().BeTrue();
            await count;
        }

        using var again = Open("a.db");
        (await again.CountAsync(Cancellation)).Should().Be(1);
        (await again.ReadAsync(Key(2), Cancellation)).Should().NotBeNull();
    }

    [Fact]
    public async Task AFileOfTheFirstVersionIsTakenOver()
    {
        using (var store = Open("a.db"))
        {
            await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
        }

        OtherProcess.Executes(_folder, "a.db", "ALTER TABLE upkeep DROP COLUMN folded; ALTER TABLE upkeep DROP COLUMN log; ALTER TABLE upkeep DROP COLUMN in_use; PRAGMA user_version = 1");

        using var again = Open("a.db");
        (await again.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(1);
        (await again.CommitAsync([Change(Key(1), 1, 10, 1)], Cancellation)).Rejected.Should().BeEmpty();
    }

    [Fact]
    public async Task WhenNothingComesTheTablesAreBroughtUpForWhoeverReadsThemPastTheStore()
    {
        using var store = Open("a.db");
        await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
        using var reader = new SqliteReadStatements(SqliteDatabase.OpenReader(_folder.File("a.db")));

        while (reader.Version(Key(1)) == 0)
        {
            await Task.Delay(20, Cancellation);
        }
    }

    private static int ContentOf(int length)
    {
        var content = new CommitWriter();
        content.Write(Change(Key(1), 0, length, 0));
        return content.Length;
    }

    private SqliteConversationStateStore Open(string name) => new(_folder.File(name));

    private SqliteWriter Writer(string name, CommitLog log) =>
        new(SqliteDatabase.OpenWriter(_folder.File(name)), log, SqliteDatabase.OpenReader(_folder.File(name)), NullLogger.Instance);

    private long Mark(string name)
    {
        using var connection = SqliteDatabase.OpenWriter(_folder.File(name));
        using var tables = new SqliteFoldStatements(connection.Handle!);
        return tables.State().Mark;
    }
}
