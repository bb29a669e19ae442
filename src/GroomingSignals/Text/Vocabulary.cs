namespace GroomingSignals.Text;

/// <summary>The words that occur in literals: what has none of them needs no second look. Immutable once filled.</summary>
internal sealed class Vocabulary
{
    private readonly HashSet<ulong> _keys = [];

    /// <summary>Adds the words of a literal.</summary>
    public void Add(string literal, WordList words)
    {
        words.Make(literal);
        for (int i = 0; i < words.Count; i++)
        {
            _keys.Add(words[i]);
        }
    }

    /// <summary>True when a text has one of the words. Words that share their first eight letters and their length are taken for one.</summary>
    public bool HasAny(ReadOnlySpan<char> text, WordList words)
    {
        words.Make(text);
        for (int i = 0; i < words.Count; i++)
        {
            if (_keys.Contains(words[i]))
            {
                return true;
            }
        }

        return false;
    }
}
