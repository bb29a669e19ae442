using System.Collections.Immutable;

namespace GroomingSignals.Matching;

/// <summary>A regular expression on the folded view, run within 64 characters of its anchor.</summary>
internal sealed record PatternCue(string Name, string Regex) : CueDefinition(Name)
{
    /// <summary>True when any decimal digit is an anchor.</summary>
    public bool AnchorDigit { get; init; }

    /// <summary>Plain words, any of which is an anchor.</summary>
    public ImmutableArray<string> AnchorWords { get; init; } = [];
}
