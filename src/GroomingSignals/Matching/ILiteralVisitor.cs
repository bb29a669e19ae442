namespace GroomingSignals.Matching;

/// <summary>Receives the occurrences that an automaton finds.</summary>
internal interface ILiteralVisitor
{
    /// <summary>Takes an occurrence.</summary>
    /// <param name="literal">The number of the literal.</param>
    /// <param name="start">The place of its first character.</param>
    /// <param name="end">The place after its last.</param>
    void Visit(int literal, int start, int end);

    /// <summary>Told of each node that is looked at: the work that a text costs can be counted. Free when empty.</summary>
    void Look();
}
