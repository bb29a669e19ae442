using System.Numerics;
using System.Runtime.CompilerServices;

namespace GroomingSignals.Matching;

/// <summary>
/// Tells by the first eight characters at a place what literals may begin there. Small tables in front of the heads rule out most places:
/// what a scan touches stays in the nearest caches. Immutable once filled.
/// </summary>
/// <remarks>The bits are Bloom filters with one hash: B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", CACM 13 (1970).</remarks>
internal sealed class HeadTable
{
    /// <summary>How many characters after the first word tell heads apart: a space and two letters rule out two thirds of what the word alone lets pass.</summary>
    private const int Next = 3;

    /// <summary>Beyond this the bits would not stay in a cache; they rule out fewer places instead.</summary>
    private const int MostBits = 20;

    /// <summary>By the hash of two characters, one bit for each length under four that heads have which begin like it; where first words need not be whole.</summary>
    private readonly ushort[] _byTwo;

    /// <summary>By the hash of four characters, one bit for each length from four to eight that heads have which begin like it; where first words need not be whole.</summary>
    private readonly ushort[] _byFour;

    /// <summary>By the hash of the first word, as far as a key has it, one bit for each length that heads have which begin with it; only where first words must be whole.</summary>
    private readonly ushort[]? _byWord;

    /// <summary>By the hash of the first word and what comes right after it, the same for heads that are so long; only where first words must be whole.</summary>
    private readonly ushort[] _byNext;

    /// <summary>One bit for the hash of each head.</summary>
    private readonly ulong[] _bits;

    private readonly Slot[] _slots;
    private readonly int _wordShift;
    private readonly int _twoShift;
    private readonly int _fourShift;
    private readonly int _bitShift;
    private readonly int _slotShift;
    private int _always;

    /// <summary>Makes an empty table.</summary>
    /// <param name="heads">How many heads it will have.</param>
    /// <param name="wholeWords">Whether the first word of a literal must be whole.</param>
    public HeadTable(int heads, bool wholeWords)
    {
        _wordShift = ShiftOf(heads, MostBits);
        _byWord = wholeWords ? new ushort[1 << (64 - _wordShift)] : null;
        _byNext = wholeWords ? new ushort[1 << (64 - _wordShift)] : [];
        _twoShift = ShiftOf(1024, MostBits);
        _fourShift = ShiftOf(heads, MostBits);
        _bitShift = ShiftOf(heads * 12, MostBits);
        _slotShift = ShiftOf(heads * 2, 31);
        _byTwo = wholeWords ? [] : new ushort[1 << (64 - _twoShift)];
        _byFour = wholeWords ? [] : new ushort[1 << (64 - _fourShift)];
        _bits = new ulong[1 << (64 - 6 - _bitShift)];
        _slots = new Slot[1 << (64 - _slotShift)];
    }

    /// <summary>The lengths that heads may have which begin like a key, one bit each.</summary>
    /// <param name="key">The key at a place.</param>
    /// <param name="word">How many characters the word there has; 0 where none begins, or where it need not be whole.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LengthsOf(ulong key, int word)
    {
        if (_byWord is not { } byWord)
        {
            return _byFour[Spread(HeadKey.Cut(key, 4)) >> _fourShift] | _byTwo[Spread(HeadKey.Cut(key, 2)) >> _twoShift] | _always;
        }

        // Both at once and no branch between them: what the second rules out is hard to foresee.
        int first = Math.Clamp(word, 1, HeadKey.Length);
        int more = Math.Min(first + Next, HeadKey.Length);
        int longer = _byNext[Spread(HeadKey.Cut(key, more)) >> _wordShift];
        return byWord[Spread(HeadKey.Cut(key, first)) >> _wordShift] & (longer | ((1 << more) - 1));
    }

    /// <summary>The value of a head; 0 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key)
    {
        ulong spread = Spread(key);
        ulong bit = spread >> _bitShift;
        return (_bits[bit / 64] >> (int)bit & 1) == 0 ? 0 : Look(key, (int)(spread >> _slotShift));
    }

    /// <summary>Gives a head of ASCII characters its value, which is not 0.</summary>
    public void Add(ulong key, int length, int value)
    {
        ushort bits = (ushort)(1 << length);
        if (_byWord is not null)
        {
            int first = Math.Max(1, HeadKey.WordOf(key));
            int more = Math.Min(first + Next, HeadKey.Length);
            _byWord[Spread(HeadKey.Cut(key, first)) >> _wordShift] |= bits;
            if (length >= more)
            {
                _byNext[Spread(HeadKey.Cut(key, more)) >> _wordShift] |= bits;
            }
        }
        else if (length < 4)
        {
            _byTwo[Spread(HeadKey.Cut(key, 2)) >> _twoShift] |= bits;

            // Two characters do not tell where a head of one begins.
            _always |= length == 1 ? bits : 0;
        }
        else
        {
            _byFour[Spread(HeadKey.Cut(key, 4)) >> _fourShift] |= bits;
        }

        ulong spread = Spread(key);
        ulong bit = spread >> _bitShift;
        _bits[bit / 64] |= 1UL << (int)bit;
        int slot = (int)(spread >> _slotShift);
        while (_slots[slot].Value != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = new Slot(key, value);
    }

    /// <summary>The shift that leaves a place in a table of at least so many, a power of two.</summary>
    private static int ShiftOf(int count, int most) => 64 - Math.Clamp(BitOperations.Log2((uint)Math.Max(1, count)) + 1, 8, most);

    private static ulong Spread(ulong key) => key * 0x9E3779B97F4A7C15;

    private int Look(ulong key, int slot)
    {
        var slots = _slots;
        while (slots[slot].Key != key)
        {
            if (slots[slot].Key == 0)
            {
                return 0;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        return slots[slot].Value;
    }

    /// <summary>A head and its value side by side, so that one cache line has both.</summary>
    private readonly record struct Slot(ulong Key, int Value);
}
