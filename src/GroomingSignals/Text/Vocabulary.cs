using System.Numerics;

namespace GroomingSignals.Text;

/// <summary>The words that occur in literals: what has none of them needs no second look. Immutable.</summary>
internal sealed class Vocabulary
{
    /// <summary>The keys in an open table at most half full; 0 is an empty place.</summary>
    private readonly ulong[] _keys;

    private readonly int _shift;

    /// <summary>Gathers the words of literals.</summary>
    public Vocabulary(IEnumerable<string> literals)
    {
        var words = new WordList();
        var keys = new List<ulong>();
        foreach (string literal in literals)
        {
            words.Make(literal);
            for (int i = 0; i < words.Count; i++)
            {
                keys.Add(words[i]);
            }
        }

        keys.Sort();
        int distinct = 0;
        for (int i = 0; i < keys.Count; i++)
        {
            distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
        }

        int bits = BitOperations.Log2((uint)distinct | 1) + 2;
        _keys = new ulong[1 << bits];
        _shift = 64 - bits;
        foreach (ulong key in keys)
        {
            _keys[PlaceOf(key)] = key;
        }
    }

    /// <summary>True when a text has one of the words. Words that share their first eight letters and their length are taken for one.</summary>
    public bool HasAny(ReadOnlySpan<char> text, WordList words)
    {
        words.Make(text);
        for (int i = 0; i < words.Count; i++)
        {
            if (_keys[PlaceOf(words[i])] != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a key stands, or the empty place where it would. Keys are products of an odd constant already: their high bits are mixed.</summary>
    private int PlaceOf(ulong key)
    {
        int place = (int)(key >> _shift);
        while (_keys[place] != 0 && _keys[place] != key)
        {
            place = (place + 1) & (_keys.Length - 1);
        }

        return place;
    }
}
