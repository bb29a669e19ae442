#pragma warning disable MA0048 // one closed family of small cases reads best in one place
using System.Collections.Immutable;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>A lexicon, pattern or number as one pack declares it, before it is bound to others.</summary>
internal abstract record CueDeclaration(CueKind Kind, string Name, SourcePosition Position);

internal sealed record LexiconDeclaration(string Name, SourcePosition Position) : CueDeclaration(CueKind.Lexicon, Name, Position)
{
    public ImmutableArray<Phrase> Phrases { get; init; } = [];

    public ImmutableArray<Phrase> Except { get; init; } = [];

    public CueBoundary Boundary { get; init; }

    public ViewSet Views { get; init; } = ViewSet.All;

    /// <summary>The lexicon to which the phrases are added; null for a lexicon of its own.</summary>
    public CueReference? Extends { get; init; }
}

internal sealed record PatternDeclaration(string Name, SourcePosition Position, PatternCue Cue) : CueDeclaration(CueKind.Pattern, Name, Position);

/// <summary>A number; its <see cref="Template"/> has everything but the phrases.</summary>
internal sealed record NumberDeclaration(string Name, SourcePosition Position, NumberCue Template) : CueDeclaration(CueKind.Number, Name, Position)
{
    public ImmutableArray<Phrase> Phrases { get; init; } = [];

    public ImmutableArray<Phrase> Except { get; init; } = [];
}
