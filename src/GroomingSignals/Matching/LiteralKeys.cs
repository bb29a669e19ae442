using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>Finds for literals of whole words the keys of which an ASCII text that has them must have one.</summary>
internal sealed class LiteralKeys
{
    /// <summary>One word that is not among the commonest outweighs two that are.</summary>
    private const int Rare = 4;

    private static readonly HashSet<ulong> Common = [.. CommonWords.All.Select(word => WordKeys.Of(word))];

    /// <summary>The keys of the words that numbers of one cue begin and end with, made once.</summary>
    private readonly Dictionary<int, (ulong[] First, ulong[] Last)> _numbers = [];

    /// <summary>True when a literal cannot occur in an ASCII text.</summary>
    public static bool IsElsewhere(ReadOnlySpan<char> literal) => literal.ContainsAnyExceptInRange('\0', '\x7F');

    /// <summary>The key of a literal: of those three words in a row that are rarest by the look of them, or of all it has.</summary>
    /// <returns>Null when it has no word.</returns>
    public static ulong? Of(ReadOnlySpan<char> literal)
    {
        ulong before = 0;
        ulong last = 0;
        ulong key = 0;
        (int Before, int Last) rarity = default;
        int count = 0;
        int most = 0;
        for (int at = 0; Next(literal, ref at, out int length); at += length)
        {
            ulong word = WordKeys.Of(literal.Slice(at, length));
            int its = Common.Contains(word) ? 1 : Rare + length;
            count++;
            if (count <= 3 || rarity.Before + rarity.Last + its > most)
            {
                most = rarity.Before + rarity.Last + its;
                key = count == 1 ? word : count == 2 ? WordKeys.OfTwo(last, word) : WordKeys.OfThree(before, last, word);
            }

            (before, last) = (last, word);
            rarity = (rarity.Last, its);
        }

        return count == 0 ? null : key;
    }

    /// <summary>The keys of a number phrase: of the words that the automaton looks for or, where these are few, of the one beside the number with the number.</summary>
    /// <returns>None when it has no word.</returns>
    public ulong[] Of(NumberPhrase phrase, NumberCue cue)
    {
        string anchor = phrase.Anchor;
        ulong first = 0;
        ulong last = 0;
        int count = 0;
        for (int at = 0; Next(anchor, ref at, out int length); at += length)
        {
            last = WordKeys.Of(anchor.AsSpan(at, length));
            first = count == 0 ? last : first;
            count++;
        }

        if (count is 0 or >= 3)
        {
            return Of(anchor) is { } key ? [key] : [];
        }

        var (begins, ends) = NumbersOf(phrase.Cue, cue);
        return phrase.AnchorsBefore ? Array.ConvertAll(begins, number => WordKeys.OfTwo(last, number)) : Array.ConvertAll(ends, number => WordKeys.OfTwo(number, first));
    }

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
            keys = ([WordKeys.Number, .. words.Select(w => WordKeys.Of(w[0])).Distinct()], [WordKeys.Number, WordKeys.Of("o"), .. words.Select(w => WordKeys.Of(w[^1])).Distinct()]);
            _numbers.Add(id, keys);
        }

        return keys;
    }
}
