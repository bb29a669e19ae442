using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>A number phrase: the words before and after the number. The longer side is what the automaton looks for.</summary>
/// <param name="Cue">The id of the number cue.</param>
/// <param name="Before">The folded words before, with the space towards the number; may be empty.</param>
/// <param name="After">The folded words after, with the space towards the number; may be empty.</param>
internal sealed record NumberPhrase(int Cue, string Before, string After)
{
    public bool AnchorsBefore => Before.Length >= After.Length;

    /// <summary>The words that the automaton looks for.</summary>
    public string Anchor => (AnchorsBefore ? Before : After).Trim(' ');

    /// <summary>Makes a phrase of its text with <c>{n}</c>.</summary>
    public static NumberPhrase Of(int cue, string phrase)
    {
        int at = phrase.IndexOf("{n}", StringComparison.Ordinal);
        return new NumberPhrase(cue, Literals.Fold(phrase[..at]), Literals.Fold(phrase[(at + 3)..]));
    }

    /// <summary>Reads the number and the other side, given where the anchor stands.</summary>
    /// <param name="view">The view.</param>
    /// <param name="start">Where the anchor begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="match">Where the number and the whole phrase stand in the view.</param>
    public bool TryMatch(ViewText view, int start, int end, out NumberMatch match)
    {
        match = default;
        var chars = view.Chars;
        int numberStart;
        int numberEnd;
        int value;
        if (AnchorsBefore)
        {
            numberStart = Before.EndsWith(' ') ? SkipSpace(chars, end) : end;
            if (numberStart < 0 || !NumberReader.TryReadAt(chars, numberStart, out value, out numberEnd) || !Follows(chars, numberEnd))
            {
                return false;
            }

            match = new NumberMatch(value, numberStart, numberEnd, start, numberEnd + After.Length);
            return view.IsEdge(start) && view.IsEdge(match.End);
        }

        numberEnd = After.StartsWith(' ') ? start - 1 : start;
        if (numberEnd < 0 || (After.StartsWith(' ') && chars[numberEnd] != ' ')
            || !NumberReader.TryReadBefore(chars, numberEnd, out value, out numberStart) || !Precedes(chars, numberStart))
        {
            return false;
        }

        match = new NumberMatch(value, numberStart, numberEnd, numberStart - Before.Length, end);
        return view.IsEdge(match.Start) && view.IsEdge(end);
    }

    /// <summary>True when the phrase stands round a number that was already read: how exceptions are tried.</summary>
    public bool StandsAround(ViewText view, in NumberMatch number)
    {
        var chars = view.Chars;
        return Precedes(chars, number.NumberStart) && Follows(chars, number.NumberEnd)
            && view.IsEdge(number.NumberStart - Before.Length) && view.IsEdge(number.NumberEnd + After.Length);
    }

    private bool Follows(ReadOnlySpan<char> chars, int at) => After.Length == 0 || chars[at..].StartsWith(After);

    private bool Precedes(ReadOnlySpan<char> chars, int at) => Before.Length == 0 || chars[..at].EndsWith(Before);

    private static int SkipSpace(ReadOnlySpan<char> chars, int at) => at < chars.Length && chars[at] == ' ' ? at + 1 : -1;
}
