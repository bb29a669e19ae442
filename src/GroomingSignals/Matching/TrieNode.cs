namespace GroomingSignals.Matching;

/// <summary>A node of an <see cref="Automaton"/>: sixteen bytes, so that four share a cache line.</summary>
/// <param name="children">One bit for each symbol by which a child is reached; where only the end of one literal is left, the key of its next characters.</param>
/// <param name="first">The number of the first child, the others follow in the order of their symbols; or, below zero, the complement of the one literal of which only the end is left.</param>
/// <param name="literal">The literal that ends here; -1 when none does.</param>
internal readonly struct TrieNode(ulong children, int first, int literal)
{
    public readonly ulong Children = children;

    public readonly int First = first;

    public readonly int Literal = literal;
}
