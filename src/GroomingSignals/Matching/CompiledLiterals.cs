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

    /// <summary>Gathers what literals that are looked for where whole words begin cannot do without.</summary>
    /// <param name="cues">The cues of which they are.</param>
    /// <param name="relevance">What can come of each cue.</param>
    /// <returns>The keys of those from which something always comes, and of those from which something comes later; null when there is one without words.</returns>
    public (List<ulong> Always, List<ulong> Later)? QuietKeys(CompiledCues cues, Relevance relevance)
    {
        var always = new QuietKeys();
        var later = new QuietKeys();
        for (int literal = 0; HasRank(literal, LiteralRank.Later); literal++)
        {
            if (!Matching.QuietKeys.IsElsewhere(Automaton[literal]))
            {
                Add(literal, cues, relevance, HasRank(literal, LiteralRank.Always) ? always : later);
            }
        }

        return always.HasWordless || later.HasWordless ? null : (always.Keys, later.Keys);
    }

    private void Add(int literal, CompiledCues cues, Relevance relevance, QuietKeys keys)
    {
        bool words = false;
        foreach (ref readonly var use in UsesOf(literal))
        {
            words |= use.Kind is CueUseKind.Phrase or CueUseKind.Anchor && relevance.RankOf(use.Cue) > LiteralRank.Context;
        }

        if (words)
        {
            keys.Add(Automaton[literal]);
            return;
        }

        foreach (ref readonly var use in UsesOf(literal))
        {
            if (use.Kind == CueUseKind.Number && relevance.RankOf(use.Cue) > LiteralRank.Context)
            {
                keys.Add(cues.Numbers[use.Number], (NumberCue)cues.Set.Cues[use.Cue]);
            }
        }
    }

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
