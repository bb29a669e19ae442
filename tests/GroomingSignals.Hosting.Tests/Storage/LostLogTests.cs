using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.Sqlite;

using static GroomingSignals.Hosting.Tests.Storage.TestChanges;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>A database says whether its commit log is in use, so that a start misses one that is gone, and takes none for lost that was closed.</summary>
public sealed class LostLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("missing")]
    [InlineData("empty")]
    [InlineData("zeros")]
    [InlineData("damaged from the start")]
    public async Task ALogThatIsGoneIsToldAndWhoGivesItUpGoesOnWithTheTables(string loss)
    {
        await KilledAfterACommitAsync();
        string log = _folder.File("left.db") + SqliteOpening.LogSuffix;
        byte[] held = await File.ReadAllBytesAsync(log, Cancellation);
        switch (loss)
        {
            case "missing":
                File.Delete(log);
                break;
            case "empty":
                await File.WriteAllBytesAsync(log, [], Cancellation);
                break;
            case "zeros":
                await File.WriteAllBytesAsync(log, new byte[held.Length], Cancellation);
                break;
            default:
                held.AsSpan(0, 4096).Fill(0x5A);
                await File.WriteAllBytesAsync(log, held, Cancellation);
                break;
        }

        FluentActions.Invoking(() => Open("left.db")).Should().Throw<StateStoreException>().WithMessage("*commits stand in its log*backup*UPDATE upkeep SET in_use = 0*");
        FluentActions.Invoking(() => new SqliteConversationStateStore(_folder.File("left.db"), shared: true)).Should().Throw<StateStoreException>().WithMessage("*commits stand in its log*");

        File.Delete(log);
        OtherProcess.Executes(_folder, "left.db", "UPDATE upkeep SET in_use = 0");
        using var store = Open("left.db");
        (await store.ReadAsync(Key(1), Cancellation)).Should().BeNull();
        (await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation)).Rejected.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AProcessThatIsKilledWithNothingInItsLogStartsAgain(bool afterAnErasure)
    {
        using (var store = Open("a.db"))
        {
            if (afterAnErasure)
            {
                await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
                await store.EraseAsync(Key(1), Cancellation);
            }

            KilledProcess.Leaves(_folder, "a.db", "left.db");
        }

        using var again = Open("left.db");
        (await again.CountAsync(Cancellation)).Should().Be(0);
    }

    [Fact]
    public async Task AStoreThatWasClosedOpensWithoutItsLog()
    {
        using (var store = Open("a.db"))
        {
            await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
        }

        File.Delete(_folder.File("a.db") + SqliteOpening.LogSuffix);
        using var again = Open("a.db");
        (await again.ReadAsync(Key(1), Cancellation)).Should().NotBeNull();
    }

    [Fact]
    public async Task ALogThatWasGivenUpIsNotMissed()
    {
        var log = CommitLog.Open(_folder.File("a.db") + SqliteOpening.LogSuffix);
        using var logs = new RecordedLogs();
        using (var writer = new SqliteWriter(SqliteDatabase.OpenWriter(_folder.File("a.db")), log, SqliteDatabase.OpenReader(_folder.File("a.db")), logs))
        {
            log.Dispose();
            (await writer.Do(new SqliteCommit([Change(Key(1), 0, 10, 0)]))).Rejected.Should().BeEmpty();
            KilledProcess.Leaves(_folder, "a.db", "left.db");
        }

        logs.Lines.Should().ContainSingle("the tables have it all").Which.Should().StartWith("Warning The store's commit log cannot be written");
        File.Delete(_folder.File("left.db") + SqliteOpening.LogSuffix);
        using var again = Open("left.db");
        (await again.ReadAsync(Key(1), Cancellation)).Should().NotBeNull();
    }

    [Fact]
    public async Task AFileOfTheSecondVersionIsTakenOverWithWhatStandsInItsLog()
    {
        await KilledAfterACommitAsync();
        OtherProcess.Executes(_folder, "left.db", "ALTER TABLE upkeep DROP COLUMN in_use; PRAGMA user_version = 2");

        using var store = Open("left.db");
        (await store.ReadAsync(Key(1), Cancellation))!.Version.Should().Be(1);
    }

    [Fact]
    public async Task APathThatDoesNotSayWhereTheLogIsIsRefusedWhileThereIsOne()
    {
        await KilledAfterACommitAsync();
        string uri = $"file:{_folder.File("left.db")}";

        FluentActions.Invoking(() => new SqliteConversationStateStore(uri)).Should().Throw<StateStoreException>().WithMessage("*plain path*");

        Open("left.db").Dispose();
        using var store = new SqliteConversationStateStore(uri);
        (await store.ReadAsync(Key(1), Cancellation)).Should().NotBeNull();
    }

    [Fact]
    public async Task AStartTellsWhatItBroughtIn()
    {
        await KilledAfterACommitAsync();
        using var logs = new RecordedLogs();

        new SqliteConversationStateStore(_folder.File("left.db"), null, shared: false, logs).Dispose();
        logs.Lines.Should().ContainSingle().Which.Should().StartWith("Information The last process left 1 records in the commit log");

        new SqliteConversationStateStore(_folder.File("left.db"), null, shared: false, logs).Dispose();
        logs.Lines.Should().ContainSingle("an orderly end leaves nothing to bring in");
    }

    [Fact]
    public void WhoWaitsForTheStoreSaysSo()
    {
        using var alone = Open("a.db");
        using var logs = new RecordedLogs();

        FluentActions.Invoking(() => StoreLock.Take(_folder.File("a.db") + SqliteOpening.LockSuffix, logs, patience: 60)).Should().Throw<StateStoreException>();
        logs.Lines.Should().ContainSingle().Which.Should().StartWith("Warning Another process has the store open");
    }

    [Theory]
    [InlineData(SqliteOpening.LockSuffix)]
    [InlineData(SqliteOpening.LogSuffix)]
    public void AFileBesideTheDatabaseThatCannotBeOpenedIsToldAtOnce(string suffix)
    {
        Directory.CreateDirectory(_folder.File("a.db") + suffix);
        using var logs = new RecordedLogs();

        FluentActions.Invoking(() => new SqliteConversationStateStore(_folder.File("a.db"), null, shared: false, logs))
            .Should().Throw<StateStoreException>().WithMessage("*of the store cannot be opened*a.db" + suffix + "*");
        logs.Lines.Should().BeEmpty("there is nobody to wait for");
    }

    [Fact]
    public void ALockThatFailsForAnotherReasonThanItsHolderIsToldAtOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link that leads to itself needs rights there.");
        string file = _folder.File("a.db") + SqliteOpening.LockSuffix;
        File.CreateSymbolicLink(file, file);
        using var logs = new RecordedLogs();

        FluentActions.Invoking(() => StoreLock.Take(file, logs, patience: 60)).Should().Throw<StateStoreException>().WithMessage("*cannot be opened*");
        logs.Lines.Should().BeEmpty("there is nobody to wait for");
    }

    private async Task KilledAfterACommitAsync()
    {
        // The tables are held, so that the commit stands in the log alone.
        using var store = Open("a.db");
        using var held = OtherProcess.Holds(_folder, "a.db");
        await store.CommitAsync([Change(Key(1), 0, 10, 0)], Cancellation);
        KilledProcess.Copy(_folder, "a.db", "left.db");
    }

    private SqliteConversationStateStore Open(string name) => new(_folder.File(name));
}
