using System.Numerics;

namespace GroomingSignals.Matching;

/// <summary>Gives each of some keys its number, from so little room that looks mostly stay in the caches: half of a key is kept. Immutable.</summary>
internal sealed class KeyTable
{
    /// <summary>The number of keys that cannot be told apart.</summary>
    public const int Unsure = -1;

    private readonly Slot[] _slots;
    private readonly int _shift;

    /// <summary>Makes a table.</summary>
    /// <param name="numbers">The keys with their numbers, which are above 0.</param>
    public KeyTable(IReadOnlyDictionary<ulong, int> numbers)
    {
        int bits = BitOperations.Log2((uint)Math.Max(1, numbers.Count)) + 2;
        _slots = new Slot[1 << bits];
        _shift = 64 - bits;
        foreach (var (key, number) in numbers)
        {
            // Whoever comes later does not come between: a key is looked for along the slots that were taken when it came.
            int at = PlaceOf(key);
            _slots[at] = new Slot((uint)key, _slots[at].Number == 0 ? number : Unsure);
        }
    }

    /// <summary>The number of a key; 0 when there is none. One that is not among them may have the number of one that is.</summary>
    public int Of(ulong key) => _slots[PlaceOf(key)].Number;

    /// <summary>The slot of a key, or the free one where it belongs.</summary>
    private int PlaceOf(ulong key)
    {
        var slots = _slots;
        int at = (int)(key >> _shift);
        while (slots[at].Number != 0 && slots[at].Half != (uint)key)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return at;
    }

    private readonly record struct Slot(uint Half, int Number);
}
