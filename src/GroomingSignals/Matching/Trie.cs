namespace GroomingSignals.Matching;

/// <summary>The literals of an <see cref="Automaton"/>, arranged.</summary>
/// <param name="Nodes">The nodes, depth first; the first one is none.</param>
/// <param name="Heads">For the first eight ASCII characters of literals the node that they reach; for literals with fewer the complement of the literal.</param>
/// <param name="Wide">The node from which all literals with other characters among their first eight are reached; 0 when there are none.</param>
internal sealed record Trie(TrieNode[] Nodes, HeadTable Heads, int Wide);
