using System.Collections.Immutable;

namespace GroomingSignals.Matching;

/// <summary>Literals, expanded from the templates of a lexicon and of its extensions.</summary>
internal sealed record LexiconCue(string Name) : CueDefinition(Name)
{
    /// <summary>What to find, as written in the pack, not yet folded.</summary>
    public ImmutableArray<string> Literals { get; init; } = [];

    /// <summary>Literals whose matches cancel the matches of this cue that they overlap.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    public CueBoundary Boundary { get; init; }

    public ViewSet Views { get; init; } = ViewSet.All;
}
