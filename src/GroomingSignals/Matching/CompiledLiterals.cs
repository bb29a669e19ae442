namespace GroomingSignals.Matching;

/// <summary>Literals in the form that a view has, compiled, with their uses; numbered by rank, the highest first. Immutable.</summary>
internal sealed class CompiledLiterals
{
    private readonly int[] _first;
    private readonly CueUse[] _uses;

    /// <summary>How many literals have at least the rank.</summary>
    private readonly int[] _ofRank = new int[(int)LiteralRank.Always + 1];

    public CompiledLiterals(LiteralTable table, LiteralEntry entry, Relevance relevance)
    {
        Entry = entry;
        Count = table.Literals.Count;
        var (first, uses) = table.ByLiteral();
        string[] literals = new string[Count];
        var ranks = new LiteralRank[Count];
        for (int literal = 0; literal < Count; literal++)
        {
            ranks[literal] = RankOf(uses.AsSpan(first[literal], first[literal + 1] - first[literal]), relevance);
        }

        _first = new int[Count + 1];
        _uses = new CueUse[uses.Length];
        int next = 0;
        for (var rank = LiteralRank.Always; rank >= LiteralRank.Context; rank--)
        {
            for (int literal = 0; literal < Count; literal++)
            {
                if (ranks[literal] == rank)
                {
                    var its = uses.AsSpan(first[literal], first[literal + 1] - first[literal]);
                    literals[next] = table.Literals[literal];
                    its.CopyTo(_uses.AsSpan(_first[next]));
                    _first[next + 1] = _first[next] + its.Length;
                    next++;
                }
            }

            _ofRank[(int)rank] = next;
        }

        Automaton = new Automaton(literals, entry);
    }

    /// <summary>Where they may begin.</summary>
    public LiteralEntry Entry { get; }

    public Automaton Automaton { get; }

    /// <summary>How many literals there are.</summary>
    public int Count { get; }

    /// <summary>What a literal is part of.</summary>
    public ReadOnlySpan<CueUse> UsesOf(int literal) => _uses.AsSpan(_first[literal], _first[literal + 1] - _first[literal]);

    /// <summary>True when the literal has at least the rank.</summary>
    public bool HasRank(int literal, LiteralRank rank) => literal < _ofRank[(int)rank];

    private static LiteralRank RankOf(ReadOnlySpan<CueUse> uses, Relevance relevance)
    {
        var rank = LiteralRank.Context;
        foreach (ref readonly var use in uses)
        {
            var its = use.Kind == CueUseKind.Except ? LiteralRank.Context : relevance.RankOf(use.Cue);
            rank = its > rank ? its : rank;
        }

        return rank;
    }
}
