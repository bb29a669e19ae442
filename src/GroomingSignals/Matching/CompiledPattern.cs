using System.Text.RegularExpressions;

namespace GroomingSignals.Matching;

/// <summary>A pattern, ready to run without backtracking.</summary>
internal sealed class CompiledPattern(int cue, PatternCue definition)
{
    /// <summary>How far from its anchor a pattern looks, in characters.</summary>
    internal const int Reach = 64;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    public int Cue => cue;

    public PatternCue Definition => definition;

    public Regex Regex { get; } = new(definition.Regex, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
}
