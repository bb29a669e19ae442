namespace GroomingSignals.Matching;

/// <summary>What a literal of the automaton is for.</summary>
internal enum CueUseKind
{
    /// <summary>A phrase of a lexicon.</summary>
    Phrase,

    /// <summary>An exception of a lexicon.</summary>
    Except,

    /// <summary>The words of a number phrase.</summary>
    Number,

    /// <summary>A word near which a pattern runs.</summary>
    Anchor,
}
