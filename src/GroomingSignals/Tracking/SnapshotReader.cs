using System.Buffers.Binary;
using System.Text;

namespace GroomingSignals.Tracking;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote. Anything else is an <see cref="InvalidDataException"/>.</summary>
internal ref struct SnapshotReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<string> _strings = [];
    private int _at = 0;

    public readonly bool AtEnd => _at == _bytes.Length;

    public int Byte() => _at < _bytes.Length ? _bytes[_at++] : throw Broken();

    public ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            int next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Broken();
    }

    public int Count()
    {
        ulong value = Unsigned();
        return value <= int.MaxValue ? (int)value : throw Broken();
    }

    /// <summary>A number of items, each of at least one byte: a larger one than there are bytes left is refused before anything is made.</summary>
    public int Items()
    {
        int value = Count();
        return value <= _bytes.Length - _at ? value : throw Broken();
    }

    /// <summary>A number of items, refused above a limit.</summary>
    public int Items(int most) => Count() is var value && value <= most ? value : throw Broken();

    public long Signed()
    {
        ulong value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public int SignedInt()
    {
        long value = Signed();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Broken();
    }

    public long? Time(long origin) => Byte() == 0 ? null : origin + Signed();

    public ulong Fixed(int count)
    {
        if (_bytes.Length - _at < count)
        {
            throw Broken();
        }

        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        _bytes.Slice(_at, count).CopyTo(padded);
        _at += count;
        return BinaryPrimitives.ReadUInt64LittleEndian(padded);
    }

    public string? Text()
    {
        int kind = Count();
        if (kind == 0)
        {
            return null;
        }

        if (kind > 1)
        {
            return kind - 2 < _strings.Count ? _strings[kind - 2] : throw Broken();
        }

        string text = Content();
        _strings.Add(text);
        return text;
    }

    public string Required() => Text() ?? throw Broken();

    public static InvalidDataException Broken() => new("The snapshot is damaged or is not a snapshot of a conversation state.");

    private string Content()
    {
        switch (Byte())
        {
            case IdPacking.Guid:
                return new Guid(Slice(16)).ToString("D");
            case IdPacking.SixBit:
                int packed = Count();
                return (((long)packed * 6) + 7) / 8 <= _bytes.Length - _at ? IdPacking.Unpack(packed, ref this) : throw Broken();
            case IdPacking.Utf8:
                return Encoding.UTF8.GetString(Slice(Count()));
            case IdPacking.Utf16:
                int length = Count();
                var content = Slice(checked(length * 2));
                var text = new char[length];
                for (int i = 0; i < length; i++)
                {
                    text[i] = (char)(content[2 * i] | (content[(2 * i) + 1] << 8));
                }

                return new string(text);
            default:
                throw Broken();
        }
    }

    private ReadOnlySpan<byte> Slice(int length)
    {
        if (length > _bytes.Length - _at)
        {
            throw Broken();
        }

        var slice = _bytes.Slice(_at, length);
        _at += length;
        return slice;
    }
}
