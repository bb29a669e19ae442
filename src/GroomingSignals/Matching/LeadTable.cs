using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GroomingSignals.Matching;

/// <summary>A number for each of some leads; a lead is the first four characters of something. An open table, at most half full.</summary>
internal sealed class LeadTable
{
    /// <summary>How many characters a lead has.</summary>
    public const int Length = 4;

    private ulong[] _leads = new ulong[16];
    private int[] _values = new int[16];
    private int _shift = 60;
    private int _count;

    /// <summary>The number of a lead; 0 when it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong lead) => _values[PlaceOf(lead)];

    /// <summary>Gives a lead a number above 0. No lead is 0: folding leaves U+0000 out.</summary>
    public void Set(ulong lead, int value)
    {
        ArgumentOutOfRangeException.ThrowIfZero(lead);
        int place = PlaceOf(lead);
        if (_leads[place] != lead)
        {
            _count++;
            _leads[place] = lead;
        }

        _values[place] = value;
        if (_count * 2 > _leads.Length)
        {
            Grow();
        }
    }

    /// <summary>The four characters at a place, which must all be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong At(ReadOnlySpan<char> text, int place) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(place, Length)));

    /// <summary>The characters at a place, at most four; zero where the text has none.</summary>
    public static ulong UpTo(ReadOnlySpan<char> text, int place)
    {
        Span<char> four = stackalloc char[Length];
        four.Clear();
        text[place..Math.Min(place + Length, text.Length)].CopyTo(four);
        return At(four, 0);
    }

    /// <summary>The first so many characters of a lead, from one to four.</summary>
    public static ulong Cut(ulong lead, int length) => BitConverter.IsLittleEndian
        ? lead & (ulong.MaxValue >> (16 * (Length - length)))
        : lead & (ulong.MaxValue << (16 * (Length - length)));

    /// <summary>True when a text's lead begins with all the characters that another lead has, which may be fewer than four.</summary>
    public static bool Begins(ulong text, ulong lead)
    {
        ulong difference = text ^ lead;
        return difference == 0 || (BitConverter.IsLittleEndian
            ? difference << (BitOperations.LeadingZeroCount(lead) & ~15) == 0
            : difference >> (BitOperations.TrailingZeroCount(lead) & ~15) == 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(ulong lead)
    {
        var leads = _leads;
        int place = (int)((lead * 0x9E3779B97F4A7C15) >> _shift);
        while (leads[place] != lead && leads[place] != 0)
        {
            place = (place + 1) & (leads.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        var (leads, values) = (_leads, _values);
        _leads = new ulong[leads.Length * 2];
        _values = new int[leads.Length * 2];
        _shift--;
        for (int i = 0; i < leads.Length; i++)
        {
            if (leads[i] != 0)
            {
                int place = PlaceOf(leads[i]);
                (_leads[place], _values[place]) = (leads[i], values[i]);
            }
        }
    }
}
