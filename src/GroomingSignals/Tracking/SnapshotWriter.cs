using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace GroomingSignals.Tracking;

/// <summary>Writes a snapshot: variable-length whole numbers, small-packed ids, strings that recur once.</summary>
internal sealed class SnapshotWriter
{
    private const int GuidLength = 36;
    private const int GuidBytes = 16;

    [ThreadStatic]
    private static SnapshotWriter? _mine;

    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[1024];

    /// <summary>The writer of this thread, empty: a host writes a snapshot for every message.</summary>
    public static SnapshotWriter Mine
    {
        get
        {
            var writer = _mine ??= new SnapshotWriter();
            writer.Length = 0;
            writer._strings.Clear();
            writer.Terms.Clear();
            return writer;
        }
    }

    public int Length { get; private set; }

    /// <summary>Room for the different terms of a history, so that no list is made for each snapshot.</summary>
    public List<uint> Terms { get; } = [];

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Byte(int value)
    {
        Reserve(1);
        _bytes[Length++] = (byte)value;
    }

    /// <summary>LEB128, at most ten bytes.</summary>
    public void Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((int)(value & 0x7F) | 0x80);
            value >>= 7;
        }

        Byte((int)value);
    }

    public void Count(int value) => Unsigned((uint)value);

    /// <summary>Zigzag, then LEB128.</summary>
    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>A time as the distance from another; null costs one byte.</summary>
    public void Time(long? value, long origin)
    {
        if (value is not { } time)
        {
            Byte(0);
            return;
        }

        Byte(1);
        Signed(time - origin);
    }

    public void Fixed(ulong value, int bytes)
    {
        Reserve(8);
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(Length), value);
        Length += bytes;
    }

    /// <summary>A string that may recur: the first time its content, later its number.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Byte(0);
            return;
        }

        ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_strings, text, out bool known);
        if (known)
        {
            Count(number + 2);
            return;
        }

        number = _strings.Count - 1;
        Byte(1);
        Content(text);
    }

    private void Content(string text)
    {
        if (text.Length == GuidLength && Guid.TryParseExact(text, "D", out var guid) && string.Equals(guid.ToString("D"), text, StringComparison.Ordinal))
        {
            Byte(IdPacking.Guid);
            guid.TryWriteBytes(Bytes(GuidBytes));
        }
        else if (IdPacking.CanPack(text))
        {
            Byte(IdPacking.SixBit);
            Count(text.Length);
            IdPacking.Pack(text, Bytes(IdPacking.PackedLength(text.Length)));
        }
        else if (IdPacking.IsWellFormed(text))
        {
            Byte(IdPacking.Utf8);
            int length = Encoding.UTF8.GetByteCount(text);
            Count(length);
            Encoding.UTF8.GetBytes(text, Bytes(length));
        }
        else
        {
            Byte(IdPacking.Utf16);
            Count(text.Length);
            foreach (char c in text)
            {
                Byte(c & 0xFF);
                Byte(c >> 8);
            }
        }
    }

    /// <summary>Room for bytes that are written by the caller.</summary>
    private Span<byte> Bytes(int length)
    {
        Reserve(length);
        var room = _bytes.AsSpan(Length, length);
        Length += length;
        return room;
    }

    private void Reserve(int bytes)
    {
        if (Length + bytes > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes));
        }
    }
}
