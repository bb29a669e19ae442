using System.Globalization;

namespace GroomingSignals.Text;

/// <summary>Where the tokens (words and emoji) and the clauses of an original text begin. Reused; made only for texts with matches.</summary>
internal sealed class Tokens
{
    private readonly List<int> _tokens = [];
    private readonly List<int> _clauses = [];

    /// <summary>The index of the token at, or the last one before, a place in the original.</summary>
    public int TokenAt(int place) => Math.Max(0, IndexOf(_tokens, place));

    /// <summary>The index of the clause of a place in the original.</summary>
    public int ClauseAt(int place) => IndexOf(_clauses, place);

    public void Make(ReadOnlySpan<char> text)
    {
        _tokens.Clear();
        _clauses.Clear();
        _clauses.Add(0);
        bool word = false;
        int wordStart = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var flags = c < 0x80 ? CharacterFlags.None : FoldTable.FlagsOf(pair ? char.ConvertToUtf32(c, text[i + 1]) : c);
            bool emoji = (flags & CharacterFlags.Emoji) != CharacterFlags.None;
            bool invisible = (flags & (CharacterFlags.Ignorable | CharacterFlags.Mark)) != CharacterFlags.None;
            bool inWord = !emoji && (IsWord(text, i, pair) || (word && (invisible || SkeletonView.IsApostrophe(c))));
            if (inWord && !word)
            {
                _tokens.Add(i);
                wordStart = i;
            }
            else if (!inWord && word && IsBut(text[wordStart..i]))
            {
                _clauses.Add(wordStart);
            }

            word = inWord;
            if (emoji)
            {
                _tokens.Add(i);
            }

            if (emoji || EndsClause(text, i))
            {
                _clauses.Add(i + (pair ? 2 : 1));
            }

            i += pair ? 1 : 0;
        }
    }

    private static bool IsWord(ReadOnlySpan<char> text, int at, bool pair) => pair
        ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[at + 1]))
            is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        : char.IsLetterOrDigit(text[at]);

    private static bool IsBut(ReadOnlySpan<char> word) => word.Equals("but", StringComparison.OrdinalIgnoreCase);

    /// <summary>A stop between two letters or digits (3.5, example.org) ends nothing.</summary>
    private static bool EndsClause(ReadOnlySpan<char> text, int at)
    {
        switch (text[at])
        {
            case '!' or '?' or ';' or '\n' or '…':
                return true;
            case '.' or ':' or ',':
                return !(at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]));
            default:
                return false;
        }
    }

    private static int IndexOf(List<int> starts, int place)
    {
        int found = starts.BinarySearch(place);
        return found >= 0 ? found : ~found - 1;
    }
}
