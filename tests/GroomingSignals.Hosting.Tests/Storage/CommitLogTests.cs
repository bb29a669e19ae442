using CsCheck;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.Sqlite;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>The file of records: what was acknowledged is read again, what was cut off was not, and damage is told.</summary>
public sealed class CommitLogTests : IDisposable
{
    private const long Mark = 0x1234_5678_9abc;
    private const int HeaderBytes = 32;

    // The first bytes of content differ from zero, so that a record that is cut off differs from one that is whole.
    private static readonly Gen<byte[][]> Records = Gen.Byte[1, 255].Array[1, 300].Array[1, 12];

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("log");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RecordsAreReadAsTheyWereWrittenFromBothHalves() =>
        Gen.Select(Records, Records, Gen.Long[0, 1000]).Sample((first, second, folded) =>
        {
            Write(folded, first, second);
            Read(folded).Should().BeEquivalentTo([.. first, .. second], o => o.WithStrictOrdering());
            int skipped = (int)Math.Min(3, first.Length);
            Read(folded + skipped).Should().BeEquivalentTo([.. first[skipped..], .. second], o => o.WithStrictOrdering());
        }, iter: 100, threads: 1);

    [Fact]
    public void ALastRecordThatWasCutOffAnywhereIsNoneAndTheOthersAreThere() =>
        Gen.Select(Records, Gen.Double[0, 1]).Sample((records, where) =>
        {
            Write(0, records);
            int size = HeaderBytes + records[^1].Length;
            int from = HeaderBytes + records[..^1].Sum(r => Size(r.Length)) + (int)(where * (size - 1));
            var bytes = System.IO.File.ReadAllBytes(File);
            bytes.AsSpan(from).Clear();
            System.IO.File.WriteAllBytes(File, bytes);
            Read(0).Should().BeEquivalentTo(records[..^1], o => o.WithStrictOrdering());
        }, iter: 300, threads: 1);

    [Fact]
    public void AChangedByteBeforeTheLastRecordIsToldAndNeverPassedOver() =>
        Gen.Select(Records.Where(r => r.Length > 1), Gen.Double[0, 1], Gen.Int[1, 255]).Sample((records, where, change) =>
        {
            Write(7, records);
            int damaged = Math.Min((int)(where * (records.Length - 1)), records.Length - 2);
            int at = HeaderBytes + records[..damaged].Sum(r => Size(r.Length)) + (int)(where * (HeaderBytes + records[damaged].Length - 1));
            Change(at, (byte)change);
            FluentActions.Invoking(() => Read(7)).Should().Throw<StateStoreException>();
        }, iter: 300, threads: 1);

    [Fact]
    public void WhatStandsBehindTheLastRecordOfAReusedHalfIsOldAndNotTaken()
    {
        using (var log = CommitLog.Open(File))
        {
            log.Prepare(0, Mark);
            Append(log, 1, [[1], [2], [3], [4]]);
            log.Turn();
            Append(log, 5, [[5]]);
            log.Turn();
            Append(log, 6, [[6], [7]]);
        }

        Read(4).Should().BeEquivalentTo(new byte[][] { [5], [6], [7] }, o => o.WithStrictOrdering());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(CommitLog.HalfBytes)]
    [InlineData((2 * CommitLog.HalfBytes) - 1)]
    public void AFileThatWasCutShortIsToldUnlessNothingWasWritten(int length)
    {
        Write(0, [[1], [2]]);
        var bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, bytes[..length]);
        FluentActions.Invoking(() => Read(0)).Should().Throw<StateStoreException>().WithMessage("*is not whole*");

        System.IO.File.WriteAllBytes(File, new byte[length]);
        Read(0).Should().BeEmpty("the process may have ended while it made the file");
    }

    [Fact]
    public void ALostHalfIsTold()
    {
        Write(0, [[1], [2]], [[3]]);
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes.AsSpan(HeaderBytes + Size(1), Size(1)).Clear();
        System.IO.File.WriteAllBytes(File, bytes);

        FluentActions.Invoking(() => Read(0)).Should().Throw<StateStoreException>().WithMessage("*record 2 is missing*");
    }

    [Fact]
    public void TheLogOfAnotherDatabaseIsTold()
    {
        Write(0, [[1]]);
        using var log = CommitLog.Open(File);

        log.Invoking(l => l.After(new LogState(0, Mark + 1, false))).Should().Throw<StateStoreException>().WithMessage("*another database*");
    }

    [Fact]
    public void ADatabaseThatIsOlderThanItsLogIsTold()
    {
        Write(10, [[1]]);

        FluentActions.Invoking(() => Read(8)).Should().Throw<StateStoreException>().WithMessage("*older than its commit log*");
    }

    [Fact]
    public void ADatabaseThatIsOlderThanItsLogIsToldByAnEmptyRecordToo()
    {
        Write(10);
        FluentActions.Invoking(() => Read(9, isInUse: true)).Should().Throw<StateStoreException>().WithMessage("*older than its commit log*");

        Write(10, [[1]]);
        FluentActions.Invoking(() => Read(9, isInUse: true)).Should().Throw<StateStoreException>().WithMessage("*older than its commit log*");
    }

    [Fact]
    public void AWipedLogHoldsNothingButAnEmptyRecord()
    {
        using (var log = CommitLog.Open(File))
        {
            log.Prepare(0, Mark);
            Append(log, 1, [new byte[100_000], [2]]);
            log.Turn();
            Append(log, 3, [[3]]);
            log.Wipe(3, Mark);
        }

        var bytes = System.IO.File.ReadAllBytes(File);
        bytes.Should().HaveCount(2 * CommitLog.HalfBytes);
        bytes.AsSpan(CommitLog.HalfBytes, HeaderBytes).Clear();
        bytes.Should().OnlyContain(b => b == 0);
        Read(3, isInUse: true).Should().BeEmpty();
    }

    [Fact]
    public async Task ALogThatIsWipedHasARecordAtEveryMoment()
    {
        using var log = CommitLog.Open(File);
        log.Prepare(0, Mark);
        var content = new byte[900_000];
        Array.Fill(content, (byte)1);
        using var ended = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            int looked = 0;
            for (; !ended.IsCancellationRequested || looked == 0; looked++)
            {
                // As much as there was when a process was killed: it is read past the lock.
                var bytes = new byte[CommitLog.HalfBytes];
                using (var file = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
                {
                    file.ReadExactly(bytes);
                }

                string copy = _folder.File("copy");
                Array.Resize(ref bytes, 2 * CommitLog.HalfBytes);
                System.IO.File.WriteAllBytes(copy, bytes);
                using var killed = CommitLog.Open(copy);
                killed.After(new LogState(long.MaxValue - 1, Mark, IsInUse: true)).Should().BeEmpty();
            }

            return looked;
        }, TestContext.Current.CancellationToken);
        for (int number = 1; number < 300 && !reader.IsCompleted; number++)
        {
            log.Append(number, Mark, content);
            log.Wipe(number, Mark);
        }

        await ended.CancelAsync();
        (await reader).Should().BePositive();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2 * CommitLog.HalfBytes, 0)]
    [InlineData(2 * CommitLog.HalfBytes, 0xAB)]
    [InlineData(4096, 0)]
    public void ALogThatIsInUseAndHasNoRecordIsTold(int length, byte content)
    {
        Write(0, [[1], [2]]);
        var bytes = new byte[length];
        bytes.AsSpan(0, Math.Min(4096, length)).Fill(content);
        System.IO.File.WriteAllBytes(File, bytes);

        FluentActions.Invoking(() => Read(0, isInUse: true)).Should().Throw<StateStoreException>().WithMessage(length == 0 ? "*commits stand in its log*missing or empty*in_use = 0*" : "*commits stand in its log*no record can be read*Restore a backup*in_use = 0*");
        if (length != 2 * CommitLog.HalfBytes || content == 0)
        {
            Read(0).Should().BeEmpty();
        }
    }

    [Fact]
    public void ALogThatIsInUseAndHasNoCommitYetIsWhole()
    {
        using (var log = CommitLog.Open(File))
        {
            log.Prepare(4, Mark);
        }

        Read(4, isInUse: true).Should().BeEmpty();
    }

    private void Write(long after, params byte[][][] halves)
    {
        using var log = CommitLog.Open(File);
        log.Prepare(after, Mark);
        long number = after;
        for (int half = 0; half < halves.Length; half++)
        {
            if (half > 0)
            {
                log.Turn();
            }

            number = Append(log, number + 1, halves[half]);
        }
    }

    private static long Append(CommitLog log, long number, byte[][] records)
    {
        foreach (var record in records)
        {
            log.HasRoom(record.Length).Should().BeTrue();
            log.Append(number++, Mark, record);
        }

        return number - 1;
    }

    private List<byte[]> Read(long after, bool isInUse = false)
    {
        using var log = CommitLog.Open(File);
        return log.After(new LogState(after, Mark, isInUse)).ConvertAll(r => r.ToArray());
    }

    private void Change(int at, byte change)
    {
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[at] ^= change;
        System.IO.File.WriteAllBytes(File, bytes);
    }

    private static int Size(int length) => (HeaderBytes + length + 7) & ~7;
}
