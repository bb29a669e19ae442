namespace GroomingSignals.Matching;

/// <summary>Where the literals of an <see cref="Automaton"/> may begin, and whether their words must be whole.</summary>
internal enum LiteralEntry
{
    /// <summary>Where a word begins, and the first word is whole.</summary>
    WholeWords,

    /// <summary>Where a word begins.</summary>
    WordStarts,

    /// <summary>Anywhere.</summary>
    Anywhere,
}
