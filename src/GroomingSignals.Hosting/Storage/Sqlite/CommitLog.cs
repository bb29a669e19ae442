using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GroomingSignals.Hosting.Storage.Sqlite;

/// <summary>
/// A file of records in front of the tables. Appending is one write and one wait for the disk. Records are numbered without gaps over the life of the database.
/// The file has two halves: while one is written, the tables take what stands in the other; a half is written from its beginning again when the tables hold, durably,
/// all that stands in it, so that what follows its last record is older or nothing. A log that is in use has a record at every moment, if an empty one, so that one that is
/// gone is missed. One process writes it, on one thread.
/// </summary>
/// <remarks>A record: hash (8 bytes, of what follows), mark of the database (8), number (8), length (8), content, zeros up to a multiple of 8. Little-endian.</remarks>
internal sealed class CommitLog : IDisposable
{
    /// <summary>How many bytes a half has. A record that is larger does not fit.</summary>
    public const int HalfBytes = 1 << 20;

    private const int HeaderBytes = 32;
    private const int HashBytes = 8;

    private const string TakeOutOfUse = "run UPDATE upkeep SET in_use = 0 in the database.";
    private const string GiveUp = $"To go on without what the log holds, copy the files aside, remove the log and {TakeOutOfUse}";
    private const string WayOut = $"Restore a backup. {GiveUp}";

    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly int[] _used = new int[2];
    private byte[] _frame = new byte[16384];
    private int _half;
    private int _position;

    private CommitLog(string path, SafeFileHandle file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Opens the log, or makes it. Whoever does has the store's lock.</summary>
    /// <exception cref="StateStoreException">It cannot be opened.</exception>
    public static CommitLog Open(string path)
    {
        OwnFile.Make(path);
        try
        {
            return new CommitLog(path, File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StateStoreException($"The commit log of the store cannot be opened. {e.Message}", e);
        }
    }

    /// <summary>Whether a record with so much content has room in an empty half.</summary>
    public static bool Fits(int contentLength) => Size(contentLength) <= HalfBytes;

    /// <summary>Whether the file has nothing in it, as after an orderly end.</summary>
    public bool IsEmpty => RandomAccess.GetLength(_file) == 0;

    /// <summary>What was written that the tables do not hold, in order. A last record that the end of a process or of the power cut off was never acknowledged, and is none.</summary>
    /// <exception cref="StateStoreException">The log is another database's, begins too late, is damaged before its last record, or has none though it is in use: what it holds was acknowledged and cannot be given.</exception>
    public List<ReadOnlyMemory<byte>> After(LogState state)
    {
        // A file gets its size, with zeros, before anything is written: only then may it be shorter.
        long length = RandomAccess.GetLength(_file);
        if (length is not 0 and not (2L * HalfBytes) && (Read(0).AsSpan().ContainsAnyExcept((byte)0) || Read(HalfBytes).AsSpan().ContainsAnyExcept((byte)0)))
        {
            throw new StateStoreException($"The commit log '{_path}' is not whole: it has {length} bytes and should have {2 * HalfBytes}. {WayOut}");
        }

        var records = new List<Record>();
        bool isEmpty = true;
        for (int half = 0; half < 2; half++)
        {
            isEmpty &= !ReadHalf(half, state, records);
        }

        if (isEmpty && state.IsInUse)
        {
            throw new StateStoreException(length == 0
                ? $"The database says that commits stand in its log '{_path}', which is missing or empty. Restore it, or a backup. To go on with what the tables hold, as with a copy that was made without its log, {TakeOutOfUse}"
                : $"The database says that commits stand in its log '{_path}', in which no record can be read. {WayOut}");
        }

        records.Sort((a, b) => a.Number.CompareTo(b.Number));
        for (int i = 0; i < records.Count; i++)
        {
            if (records[i].Number != state.Folded + 1 + i)
            {
                throw i == 0 ? Older() : new StateStoreException($"The commit log '{_path}' is damaged: record {state.Folded + 1 + i} is missing. {WayOut}");
            }
        }

        return records.ConvertAll(r => r.Content);
    }

    /// <summary>Gives the file its size and fills it with zeros, so that appending changes nothing but content. The tables hold all that was written, durably.</summary>
    /// <param name="number">The number of the last record.</param>
    /// <param name="mark">The mark of the database.</param>
    public void Prepare(long number, long mark)
    {
        // Durably, before there is a record: a file with one that is shorter was cut.
        _used.AsSpan().Fill(HalfBytes);
        Clear(0, 0);
        Clear(1, 0);
        RandomAccess.FlushToDisk(_file);
        _used.AsSpan().Clear();
        _position = 0;
        Append(number, mark, []);
    }

    /// <summary>Leaves nothing of what was written but an empty record with the last number. The tables hold all of it, durably.</summary>
    /// <param name="number">The number of the last record.</param>
    /// <param name="mark">The mark of the database.</param>
    public void Wipe(long number, long mark)
    {
        // The empty record comes first: there must be one at every moment.
        _position = 0;
        int size = Write(number, mark, []);
        Clear(_half, size);
        Clear(1 - _half, 0);
        RandomAccess.FlushToDisk(_file);
        _used[_half] = _position = size;
        _used[1 - _half] = 0;
    }

    /// <summary>Leaves an empty file. The tables hold all that was written, durably.</summary>
    public void Empty()
    {
        RandomAccess.SetLength(_file, 0);
        RandomAccess.FlushToDisk(_file);
    }

    /// <summary>Whether a record with so much content has room behind the last one.</summary>
    public bool HasRoom(int contentLength) => Size(contentLength) <= HalfBytes - _position;

    /// <summary>Goes on at the beginning of the other half. The tables hold all that was written there, durably.</summary>
    public void Turn()
    {
        _half = 1 - _half;
        _position = 0;
    }

    /// <summary>Writes a record; when this returns it is on the disk. When it throws it may be there or not, and nothing may be appended any more.</summary>
    public void Append(long number, long mark, ReadOnlySpan<byte> content)
    {
        int size = Write(number, mark, content);
        RandomAccess.FlushToDisk(_file);
        _position += size;
    }

    public void Dispose() => _file.Dispose();

    private static int Size(int contentLength) => checked((HeaderBytes + contentLength + 7) & ~7);

    /// <summary>Writes a record, which no disk has confirmed yet.</summary>
    /// <returns>How many bytes it has.</returns>
    private int Write(long number, long mark, ReadOnlySpan<byte> content)
    {
        int size = Size(content.Length);
        if (_frame.Length < size)
        {
            _frame = new byte[Math.Max(size, _frame.Length * 2)];
        }

        var frame = _frame.AsSpan(0, size);
        frame[^8..].Clear();
        BinaryPrimitives.WriteInt64LittleEndian(frame[8..], mark);
        BinaryPrimitives.WriteInt64LittleEndian(frame[16..], number);
        BinaryPrimitives.WriteInt64LittleEndian(frame[24..], content.Length);
        content.CopyTo(frame[HeaderBytes..]);
        BinaryPrimitives.WriteUInt64LittleEndian(frame, XxHash3.HashToUInt64(frame[HashBytes..(HeaderBytes + content.Length)]));

        // Before it is written: what fails may stand there all the same, and has to be wiped too.
        _used[_half] = Math.Max(_used[_half], _position + size);
        RandomAccess.Write(_file, frame, ((long)_half * HalfBytes) + _position);
        return size;
    }

    /// <summary>Fills a half with zeros, as far as it was written.</summary>
    private void Clear(int half, int from)
    {
        var zeros = new byte[65536];
        for (int at = from; at < _used[half]; at += zeros.Length)
        {
            RandomAccess.Write(_file, zeros.AsSpan(0, Math.Min(zeros.Length, _used[half] - at)), ((long)half * HalfBytes) + at);
        }
    }

    private static bool TryRead(byte[] bytes, int at, out Record record)
    {
        record = default;
        if (bytes.Length - at < HeaderBytes)
        {
            return false;
        }

        var frame = bytes.AsSpan(at);
        long length = BinaryPrimitives.ReadInt64LittleEndian(frame[24..]);
        if (length < 0 || length > frame.Length - HeaderBytes
            || BinaryPrimitives.ReadUInt64LittleEndian(frame) != XxHash3.HashToUInt64(frame[HashBytes..(HeaderBytes + (int)length)]))
        {
            return false;
        }

        record = new Record(
            BinaryPrimitives.ReadInt64LittleEndian(frame[8..]), BinaryPrimitives.ReadInt64LittleEndian(frame[16..]), bytes.AsMemory(at + HeaderBytes, (int)length));
        return true;
    }

    /// <returns>Whether there is a record in it.</returns>
    private bool ReadHalf(int half, LogState state, List<Record> records)
    {
        var bytes = Read((long)half * HalfBytes);
        int at = 0;
        long last = 0;
        while (TryRead(bytes, at, out var record) && (at == 0 || record.Number == last + 1))
        {
            if (record.Mark != state.Mark)
            {
                throw new StateStoreException($"'{_path}' is the commit log of another database. Put the two that belong together beside each other. {GiveUp}");
            }

            if (record.Number > state.Folded)
            {
                // Of an empty record the tables have held the number since before it was written.
                records.Add(record.Content.Length > 0 ? record : throw Older());
            }

            last = record.Number;
            at += Size(record.Content.Length);
        }

        for (int later = at; later + HeaderBytes <= bytes.Length; later += 8)
        {
            if (BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(later + HashBytes)) == state.Mark && TryRead(bytes, later, out var record) && record.Number > Math.Max(last, state.Folded))
            {
                throw new StateStoreException($"The commit log '{_path}' is damaged at byte {((long)half * HalfBytes) + at}: record {record.Number} follows. {WayOut}");
            }
        }

        return at > 0;
    }

    private StateStoreException Older() =>
        new($"The database is older than its commit log '{_path}', as one set back to a backup is: restore both from the same moment. {GiveUp}");

    private byte[] Read(long from)
    {
        var bytes = new byte[Math.Clamp(RandomAccess.GetLength(_file) - from, 0, HalfBytes)];
        int read = 0;
        while (read < bytes.Length && RandomAccess.Read(_file, bytes.AsSpan(read), from + read) is > 0 and var count)
        {
            read += count;
        }

        return bytes;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Record(long Mark, long Number, ReadOnlyMemory<byte> Content);
}
