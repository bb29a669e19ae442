using System.Numerics;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Rules out that something comes of a text, by the keys of up to three words in a row: a scan that has no branch for what it reads, where looking for
/// the literals themselves has several for each word. Where a key is there, the text must also have keys of what its cues need beside them. What is not
/// ruled out may still be nothing. For ASCII texts, and literals whose words must be whole; no others can occur in such a text. Immutable.
/// </summary>
internal sealed class QuietFilter
{
    /// <summary>In a text with more groups of cues than this it is not worth asking what each needs.</summary>
    private const int MostGroups = 8;

    private readonly KeyFilter _keys;
    private readonly KeyFilter _beside;
    private readonly KeyTable _groupOf;
    private readonly QuietGroup[] _groups;

    /// <summary>Makes a filter.</summary>
    /// <param name="groupOf">The number of the group of cues that may be there where a key is.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="beside">The keys of what cues need beside them, each with that of its cue: <see cref="Beside"/>.</param>
    public QuietFilter(Dictionary<ulong, int> groupOf, QuietGroup[] groups, IReadOnlyCollection<ulong> beside)
    {
        _groupOf = new KeyTable(groupOf);
        _groups = groups;
        _keys = new KeyFilter(groupOf.Keys);
        _beside = new KeyFilter(beside);
    }

    /// <summary>A key as one of a certain cue.</summary>
    public static ulong Beside(ulong key, int cue) => key ^ ((ulong)(cue + 1) * 0xD6E8FEB86659FD93);

    /// <summary>True when nothing comes of a text.</summary>
    /// <param name="view">The text, with its masks.</param>
    /// <param name="digits">Whether it may have digits.</param>
    /// <param name="later">Whether something was found in the conversation before.</param>
    /// <param name="scratch">Room for what is found.</param>
    public bool IsQuiet(ViewText view, bool digits, bool later, QuietScratch scratch)
    {
        var keys = _keys;
        var text = view.WithSlack(HeadKey.Length);
        var masks = view.Masks;
        ulong[] words = scratch.Words((view.Length / 2) + 1);
        scratch.Groups.Clear();
        int count = 0;
        ulong before = 0;
        ulong last = 0;
        ulong carry = 0;
        bool wasNumber = false;
        for (int block = 0; block < masks.Length; block++)
        {
            ulong mask = masks[block].Words;
            ulong next = block + 1 < masks.Length ? masks[block + 1].Words : 0;
            ulong starts = mask & ~((mask << 1) | carry);
            carry = mask >> (WordMask.Width - 1);
            for (; starts != 0; starts &= starts - 1)
            {
                // A word may go on in the next block; beyond eight characters its length is of no interest.
                int at = BitOperations.TrailingZeroCount(starts);
                ulong here = (mask >> at) | (next << 1 << (WordMask.Width - 1 - at));
                int length = BitOperations.TrailingZeroCount(~here | (1 << HeadKey.Length));
                ulong head = HeadKey.At(text, (block * WordMask.Width) + at);
                ulong word = WordKeys.Of(head, length);
                words[count++] = word;
                ulong two = WordKeys.OfTwo(last, word);
                ulong three = WordKeys.OfThree(before, last, word);
                ulong hasOne = keys.Has(word);
                ulong hasTwo = keys.Has(two);
                ulong hasThree = keys.Has(three);
                if (((hasOne | hasTwo | hasThree) & 1) != 0
                    && (Decides(hasOne, word, later, scratch) || Decides(hasTwo, two, later, scratch) || Decides(hasThree, three, later, scratch)))
                {
                    return false;
                }

                if (digits)
                {
                    bool isNumber = WordKeys.IsNumber(head);
                    if ((wasNumber && Decides(1, WordKeys.OfTwo(WordKeys.Number, word), later, scratch))
                        || (isNumber && Decides(1, WordKeys.OfTwo(last, WordKeys.Number), later, scratch)))
                    {
                        return false;
                    }

                    wasNumber = isNumber;
                }

                before = last;
                last = word;
            }
        }

        return scratch.Groups.Count == 0 || !AnyIsMet(scratch.Groups, words.AsSpan(0, count), later);
    }

    /// <summary>Notes the group of a key.</summary>
    /// <param name="has">Odd when the key may have one.</param>
    /// <param name="key">The key.</param>
    /// <param name="later">Whether something was found in the conversation before.</param>
    /// <param name="scratch">Receives the group.</param>
    /// <returns>True when it decides that the text is not quiet.</returns>
    private bool Decides(ulong has, ulong key, bool later, QuietScratch scratch)
    {
        int group = (has & 1) == 0 ? 0 : _groupOf.Of(key);
        if (group == 0 || scratch.Groups.Contains(group))
        {
            return false;
        }

        if (group == KeyTable.Unsure || _groups[group].IsAlone(later) || scratch.Groups.Count == MostGroups)
        {
            return true;
        }

        scratch.Groups.Add(group);
        return false;
    }

    private bool AnyIsMet(List<int> groups, ReadOnlySpan<ulong> words, bool later)
    {
        foreach (int group in groups)
        {
            foreach (var need in _groups[group].Needs)
            {
                if ((later || !need.Later) && AllAreThere(need.Beside, words))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool AllAreThere(int[][] sets, ReadOnlySpan<ulong> words)
    {
        foreach (int[] set in sets)
        {
            bool any = false;
            foreach (int cue in set)
            {
                any = any || MayHave(cue, words);
            }

            if (!any)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a cue may be in a text.</summary>
    private bool MayHave(int cue, ReadOnlySpan<ulong> words)
    {
        var beside = _beside;
        ulong before = 0;
        ulong last = 0;
        ulong seen = 0;
        foreach (ulong word in words)
        {
            seen |= beside.Has(Beside(word, cue)) | beside.Has(Beside(WordKeys.OfTwo(last, word), cue)) | beside.Has(Beside(WordKeys.OfThree(before, last, word), cue));
            (before, last) = (last, word);
        }

        return (seen & 1) != 0;
    }
}
