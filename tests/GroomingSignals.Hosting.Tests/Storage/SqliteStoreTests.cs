using System.Runtime.Versioning;
using GroomingSignals.Assessment;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GroomingSignals.Hosting.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract, IDisposable
{
    private static readonly ConversationKey Key = new("t", "c");

    private readonly TemporaryFolder _folder = new();
    private SqliteConversationStateStore _store;

    public SqliteStoreTests() => _store = new SqliteConversationStateStore(File);

    protected override IConversationStateStore Store => _store;

    private string File => _folder.File("state.db");

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task WhatWasAcknowledgedIsThereAfterAReopening()
    {
        await _store.CommitAsync([Change(Key, 0, State(1, "x"), alerts: [Raise(Key, Severity.Review, 1)], records: [Record("p", "d")])], Cancellation);

        Reopen();

        (await _store.ReadAsync(Key, Cancellation))!.Version.Should().Be(1);
        (await _store.ReadAlertsAsync("t", 0, 10, Cancellation)).Should().ContainSingle();
        (await _store.ReadParticipantAsync("t", "p", 10, Cancellation)).Should().ContainSingle();
    }

    [Fact]
    public async Task AnAcknowledgedCommitStandsInTheFilesOfAProcessThatEndsWithoutClosing()
    {
        await _store.CommitAsync([Change(Key, 0, State(1, "x"))], Cancellation);
        using var copy = new TemporaryFolder();
        foreach (string suffix in new[] { "-commits", "", "-wal" })
        {
            System.IO.File.Copy(File + suffix, copy.File("state.db" + suffix));
        }

        using var other = new SqliteConversationStateStore(copy.File("state.db"));

        (await other.ReadAsync(Key, Cancellation))!.Version.Should().Be(1);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task ANewFileAndItsLogAreReadableByTheirOwnerAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files: a new file has the rights of its folder.");
        await _store.CommitAsync([Change(Key, 0, State(1, "x"))], Cancellation);
        foreach (string suffix in new[] { "", "-wal", "-shm", "-commits", "-lock" })
        {
            System.IO.File.GetUnixFileMode(File + suffix).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, suffix);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task AFileThatIsThereKeepsTheRightsThatItWasGiven()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        const UnixFileMode Given = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        _store.Dispose();
        System.IO.File.SetUnixFileMode(File, Given);
        _store = new SqliteConversationStateStore(File);
        await _store.CommitAsync([Change(Key, 0, State(1, "x"))], Cancellation);
        System.IO.File.GetUnixFileMode(File).Should().Be(Given);
    }

    [Fact]
    public void TheWriterWaitsForTheDiskAndOverwritesWhatItDeletes()
    {
        using var connection = SqliteDatabase.OpenWriter(_folder.File("other.db"));

        Pragma(connection, "journal_mode").Should().Be("wal");
        Pragma(connection, "synchronous").Should().Be(2L, "2 is FULL: the log is synced at every commit");
        Pragma(connection, "secure_delete").Should().Be(1L);
        Pragma(connection, "user_version").Should().Be((long)SqliteDatabase.SchemaVersion);
    }

    [Fact]
    public void AFileOfALaterVersionIsRefused()
    {
        _store.Dispose();
        Execute("PRAGMA user_version = 99");

        FluentActions.Invoking(() => new SqliteConversationStateStore(File)).Should().Throw<StateStoreException>().WithMessage("*version 99*");
    }

    [Fact]
    public void AFileOfAnotherProgramIsRefusedAndLeftAsItIs()
    {
        string path = _folder.File("theirs.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (x)";
            command.ExecuteNonQuery();
        }

        FluentActions.Invoking(() => new SqliteConversationStateStore(path)).Should().Throw<StateStoreException>().WithMessage("*another program*");
    }

    [Fact]
    public async Task AFullFileRefusesWhatNeedsRoomAndTakesTheRest()
    {
        using var small = new SqliteConversationStateStore(_folder.File("small.db"), maximumBytes: 131072);
        var (one, two, three) = (new ConversationKey("t", "1"), new ConversationKey("t", "2"), new ConversationKey("t", "3"));
        var large = State(1, new string('x', 60_000));
        await small.CommitAsync([Change(Key, 0, State(1, "x"))], Cancellation);
        await small.CommitAsync([Change(one, 0, large)], Cancellation);
        IsFull(small).Should().BeFalse();

        var result = await small.CommitAsync([Change(two, 0, large), Change(one, 7, State(8, "y")), Change(Key, 1, State(2, "y")), Change(three, 0, State(1, "x"))], Cancellation);

        result.Rejected.Should().Equal(
            new RejectedChange(0, RejectionReason.Full), new RejectedChange(1, RejectionReason.Conflict), new RejectedChange(3, RejectionReason.Full));
        IsFull(small).Should().BeTrue();
        (await small.ReadAsync(two, Cancellation)).Should().BeNull();
        (await small.ReadAsync(Key, Cancellation))!.Version.Should().Be(2);
        (await small.CommitAsync([Change(Key, 2, State(3, new string('y', 60_000)))], Cancellation)).Rejected.Should().Equal(new RejectedChange(0, RejectionReason.Full));
        (await small.ReadAsync(Key, Cancellation))!.Version.Should().Be(2, "a state that has grown needs room too");

        await small.EraseAsync(one, Cancellation);

        IsFull(small).Should().BeFalse();
        (await small.CommitAsync([Change(two, 0, large)], Cancellation)).Rejected.Should().BeEmpty();
    }

    private static bool IsFull(IBoundedStore store) => store.IsFull;

    [Fact]
    public async Task TwoProcessesOnOneFileMeetInTheVersion()
    {
        _store.Dispose();
        _store = new SqliteConversationStateStore(File, shared: true);
        using var second = new SqliteConversationStateStore(File, shared: true);
        await _store.CommitAsync([Change(Key, 0, State(1, "x"))], Cancellation);

        (await second.CommitAsync([Change(Key, 0, State(1, "y"))], Cancellation)).Rejected.Should().ContainSingle();
        (await second.CommitAsync([Change(Key, 1, State(2, "y"))], Cancellation)).Rejected.Should().BeEmpty();
        (await _store.ReadAsync(Key, Cancellation))!.Version.Should().Be(2);
    }

    private static object? Pragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return command.ExecuteScalar();
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Reopen()
    {
        _store.Dispose();
        _store = new SqliteConversationStateStore(File);
    }
}
