namespace GroomingSignals.Matching;

/// <summary>Puts what an automaton visits where it is kept.</summary>
internal readonly struct OccurrenceCollector(Occurrences into) : ILiteralVisitor
{
    public void Visit(int literal, int start, int end) => into.Add(literal, start, end);

    public void Look()
    {
    }
}
