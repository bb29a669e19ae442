namespace GroomingSignals.Matching;

/// <summary>Literals in the form that a view has, compiled, with their uses. Immutable.</summary>
internal sealed class CompiledLiterals
{
    private readonly int[] _first;
    private readonly CueUse[] _uses;

    public CompiledLiterals(LiteralTable table, LiteralEntry entry)
    {
        (_first, _uses) = table.ByLiteral();
        Automaton = new Automaton(table.Literals, entry == LiteralEntry.Anywhere);
        Count = table.Literals.Count;
    }

    public Automaton Automaton { get; }

    /// <summary>How many literals there are.</summary>
    public int Count { get; }

    /// <summary>What a literal is part of.</summary>
    public ReadOnlySpan<CueUse> UsesOf(int literal) => _uses.AsSpan(_first[literal], _first[literal + 1] - _first[literal]);
}
