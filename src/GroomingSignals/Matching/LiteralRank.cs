namespace GroomingSignals.Matching;

/// <summary>What can come of a literal in a message that has nothing else.</summary>
internal enum LiteralRank
{
    /// <summary>Nothing: it is context for others, or an exception.</summary>
    Context,

    /// <summary>Something, where something was found in the conversation before.</summary>
    Later,

    /// <summary>Something.</summary>
    Always,
}
