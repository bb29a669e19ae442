using System.Text.RegularExpressions;

namespace GroomingSignals.Matching;

/// <summary>A pattern, ready to run without backtracking.</summary>
internal sealed class CompiledPattern(int cue, PatternCue definition)
{
    /// <summary>How far from its anchor a pattern looks, in characters.</summary>
    internal const int Reach = 64;

    /// <summary>How often a pattern is tried that passes its limit of time.</summary>
    internal const int Attempts = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private readonly Lazy<Regex> _regex = new(() => new Regex(definition.Regex, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit));

    public int Cue => cue;

    public PatternCue Definition => definition;

    /// <summary>Made when the first message needs it: the loader has already tried it.</summary>
    public Regex Regex => _regex.Value;
}
