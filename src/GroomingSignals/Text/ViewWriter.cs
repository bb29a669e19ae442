using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GroomingSignals.Text;

/// <summary>Writes plain characters into a <see cref="ViewText"/> that has room for them. As long as every character stays in its place, no places are written.</summary>
internal ref struct ViewWriter
{
    private readonly char[] _chars;
    private readonly int[] _starts;
    private readonly int[] _ends;

    public ViewWriter(char[] chars, int[] starts, int[] ends, int length, int inPlace)
    {
        _chars = chars;
        _starts = starts;
        _ends = ends;
        Length = length;
        InPlace = inPlace;
    }

    /// <summary>How many characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>How many characters at the beginning stand in their original places.</summary>
    public int InPlace { get; private set; }

    /// <summary>The last character; a space where there is none, since a text that begins with white space is folded as one after a space.</summary>
    public readonly char Last => Length > 0 ? _chars[Length - 1] : ' ';

    public readonly bool EndsWithSpace => Last == ' ';

    /// <summary>Writes a character that stands for one code unit.</summary>
    public void Write(char c, int place)
    {
        int at = Length;
        _chars[at] = c;
        if (InPlace == at && place == at)
        {
            InPlace++;
        }
        else
        {
            _starts[at] = place;
            _ends[at] = place + 1;
        }

        Length = at + 1;
    }

    /// <summary>Writes the first so many of 32 characters that stand for one code unit each; there is room for all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(Vector256<byte> chars, int place, int count)
    {
        int at = Length;
        var (low, high) = Vector256.Widen(chars);
        var room = MemoryMarshal.Cast<char, ushort>(_chars.AsSpan(at, 32));
        low.CopyTo(room);
        high.CopyTo(room[16..]);
        if (InPlace == at && place == at)
        {
            InPlace += count;
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                _starts[at + i] = place + i;
                _ends[at + i] = place + i + 1;
            }
        }

        Length = at + count;
    }
}
