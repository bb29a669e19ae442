using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>Gathers what literals of whole words cannot do without in an ASCII text, for a <see cref="QuietFilter"/>.</summary>
internal sealed class QuietKeys
{
    /// <summary>One word that is not among the commonest outweighs two that are.</summary>
    private const int Rare = 4;

    private static readonly HashSet<ulong> Common = [.. CommonWords.All.Select(word => KeyOf(word))];

    private readonly List<ulong> _keys = [];

    /// <summary>The keys of the words that numbers of one cue begin and end with, made once.</summary>
    private readonly Dictionary<int, (ulong[] First, ulong[] Last)> _numbers = [];

    /// <summary>What was gathered.</summary>
    public List<ulong> Keys => _keys;

    /// <summary>True when some literal has no word, so that words cannot rule it out.</summary>
    public bool HasWordless { get; private set; }

    /// <summary>True when a literal cannot occur in such a text at all.</summary>
    public static bool IsElsewhere(ReadOnlySpan<char> literal) => literal.ContainsAnyExceptInRange('\0', '\x7F');

    /// <summary>Adds a literal: those three words in a row that are rarest by the look of them, or all it has.</summary>
    public void Add(ReadOnlySpan<char> literal)
    {
        ulong before = 0;
        ulong last = 0;
        ulong key = 0;
        (int Before, int Last) rarity = default;
        int count = 0;
        int most = 0;
        for (int at = 0; Next(literal, ref at, out int length); at += length)
        {
            ulong word = KeyOf(literal.Slice(at, length));
            int its = Common.Contains(word) ? 1 : Rare + length;
            count++;
            if (count <= 3 || rarity.Before + rarity.Last + its > most)
            {
                most = rarity.Before + rarity.Last + its;
                key = count == 1 ? word : count == 2 ? QuietFilter.KeyOfTwo(last, word) : QuietFilter.KeyOfThree(before, last, word);
            }

            (before, last) = (last, word);
            rarity = (rarity.Last, its);
        }

        HasWordless |= count == 0;
        _keys.Add(key);
    }

    /// <summary>Adds the words of a number phrase that the automaton looks for. Where they are few, one stands beside the number.</summary>
    public void Add(NumberPhrase phrase, NumberCue cue)
    {
        string anchor = phrase.Anchor;
        int at = 0;
        if (!Next(anchor, ref at, out int length))
        {
            HasWordless = true;
            return;
        }

        ulong first = KeyOf(anchor.AsSpan(at, length));
        ulong last = first;
        int count = 1;
        for (at += length; Next(anchor, ref at, out length); at += length)
        {
            last = KeyOf(anchor.AsSpan(at, length));
            count++;
        }

        if (count >= 3)
        {
            Add(anchor);
            return;
        }

        var (begins, ends) = NumbersOf(phrase.Cue, cue);
        foreach (ulong number in phrase.AnchorsBefore ? begins : ends)
        {
            _keys.Add(phrase.AnchorsBefore ? QuietFilter.KeyOfTwo(last, number) : QuietFilter.KeyOfTwo(number, first));
        }
    }

    private static ulong KeyOf(ReadOnlySpan<char> word) => QuietFilter.KeyOf(HeadKey.At(word, 0), Math.Min(word.Length, HeadKey.Length));

    /// <summary>Finds the next word.</summary>
    private static bool Next(ReadOnlySpan<char> literal, ref int at, out int length)
    {
        while (at < literal.Length && !ViewText.IsWord(literal[at]))
        {
            at++;
        }

        length = 0;
        while (at + length < literal.Length && ViewText.IsWord(literal[at + length]))
        {
            length++;
        }

        return length > 0;
    }

    private (ulong[] First, ulong[] Last) NumbersOf(int id, NumberCue cue)
    {
        if (!_numbers.TryGetValue(id, out var keys))
        {
            var words = NumberWords.Between(cue.Minimum, cue.Maximum).Select(word => word.Split('-')).ToList();

            // 15y/o is two words.
            keys = ([QuietFilter.Number, .. words.Select(w => KeyOf(w[0])).Distinct()], [QuietFilter.Number, KeyOf("o"), .. words.Select(w => KeyOf(w[^1])).Distinct()]);
            _numbers.Add(id, keys);
        }

        return keys;
    }
}
