using System.Collections.Immutable;
using GroomingSignals.Matching;
using GroomingSignals.Text;

namespace GroomingSignals.Rules;

/// <summary>
/// Guesses how often cues occur: as often as the commonest of their literals, which is short and of common words. Nothing but speed depends on it.
/// </summary>
internal sealed class CueFrequency(CueSet cues)
{
    /// <summary>In one word of a text; words that stand side by side in a literal do so more often than by chance.</summary>
    private const double Common = 0.01;
    private const double Short = 0.001;
    private const double Other = 0.0003;
    private const double Together = 20;

    /// <summary>A number stands beside its words only now and then.</summary>
    private const double WithNumber = 0.05;

    /// <summary>Longer literals are not looked at: the commonest is not among them.</summary>
    private const int Longest = 14;

    private readonly double?[] _known = new double?[cues.Cues.Length];

    /// <summary>How often a cue occurs, as a share of words; only to be compared.</summary>
    public double Of(int cue) => _known[cue] ??= cues.Cues[cue] switch
    {
        LexiconCue lexicon => OfCommonest(lexicon.Literals),
        NumberCue number => WithNumber * OfCommonest(number.Phrases),
        PatternCue pattern => pattern.AnchorDigit ? 1 : OfCommonest(pattern.AnchorWords),
        _ => 1,
    };

    private static double OfCommonest(ImmutableArray<string> literals)
    {
        double commonest = 0;
        foreach (string literal in literals)
        {
            commonest = literal.Length <= Longest ? Math.Max(commonest, OfWords(literal)) : commonest;
        }

        return commonest;
    }

    private static double OfWords(ReadOnlySpan<char> literal)
    {
        double all = 1 / Together;
        foreach (var range in literal.Split(' '))
        {
            var word = literal[range];
            all *= Together * (CommonWords.Contains(word) ? Common : word.Length <= 2 ? Short : Other);
        }

        return all;
    }
}
