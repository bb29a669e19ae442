namespace GroomingSignals.Matching;

/// <summary>Where a literal must stand in relation to word edges.</summary>
internal enum CueBoundary
{
    /// <summary>Both ends at a word edge.</summary>
    Word,

    /// <summary>The start at a word edge.</summary>
    Prefix,

    /// <summary>Anywhere.</summary>
    None,
}
