using System.Numerics;

namespace GroomingSignals.Matching;

/// <summary>Builds the nodes of an <see cref="Automaton"/>, breadth first: each node divides its literals by their next symbol, and a node with one literal left is not divided further.</summary>
internal sealed class TrieBuilder
{
    private readonly string[] _literals;
    private readonly CharacterCodes _codes;
    private readonly int[] _ids;
    private readonly int[] _divided;
    private readonly byte[] _symbols;
    private readonly List<Group> _groups;
    private readonly List<TrieNode> _nodes;

    private TrieBuilder(string[] literals, CharacterCodes codes)
    {
        _literals = literals;
        _codes = codes;
        _ids = new int[literals.Length];
        _divided = new int[literals.Length];
        _symbols = new byte[literals.Length];
        _groups = new(2 * literals.Length);
        _nodes = new(2 * literals.Length);
    }

    /// <summary>Builds the nodes for all literals with at least four characters.</summary>
    /// <param name="literals">The literals.</param>
    /// <param name="codes">Their characters.</param>
    /// <param name="entries">Receives the node of each lead.</param>
    /// <returns>The nodes; the first one is none.</returns>
    public static TrieNode[] Build(string[] literals, CharacterCodes codes, LeadTable entries)
    {
        var builder = new TrieBuilder(literals, codes);
        builder.GroupByLead(entries);
        for (int i = 1; i < builder._groups.Count; i++)
        {
            builder.Divide(builder._groups[i]);
        }

        return [.. builder._nodes];
    }

    /// <summary>Makes one group of the literals of each lead, in the order in which the leads came.</summary>
    private void GroupByLead(LeadTable entries)
    {
        var groups = new int[_literals.Length];
        var sizes = new List<int> { 0 };
        for (int i = 0; i < _literals.Length; i++)
        {
            if (_literals[i].Length >= LeadTable.Length)
            {
                ulong lead = LeadTable.At(_literals[i], 0);
                groups[i] = entries.Find(lead);
                if (groups[i] == 0)
                {
                    groups[i] = sizes.Count;
                    entries.Set(lead, sizes.Count);
                    sizes.Add(0);
                }

                sizes[groups[i]]++;
            }
        }

        _nodes.Add(default);
        _groups.Add(default);
        var next = new int[sizes.Count];
        for (int group = 1, from = 0; group < sizes.Count; group++)
        {
            next[group] = from;
            from += sizes[group];
            _groups.Add(new Group(next[group], from, LeadTable.Length, 0));
        }

        for (int i = 0; i < _literals.Length; i++)
        {
            if (groups[i] > 0)
            {
                _ids[next[groups[i]]++] = i;
            }
        }
    }

    private void Divide(Group group)
    {
        int literal = -1;
        int from = group.From;
        if (group.Symbol == 0)
        {
            for (int i = from; i < group.To; i++)
            {
                if (_literals[_ids[i]].Length == group.Depth)
                {
                    literal = _ids[i];
                    (_ids[from], _ids[i]) = (_ids[i], _ids[from]);
                    from++;
                }
            }

            if (group.To - from == 1)
            {
                _nodes.Add(new TrieNode(LeadTable.UpTo(_literals[_ids[from]], group.Depth), ~_ids[from], literal));
                return;
            }
        }

        ulong children = Order(from, group);
        _nodes.Add(new TrieNode(children, _groups.Count, literal));
        for (int start = from; start < group.To;)
        {
            int end = start + 1;
            while (end < group.To && _symbols[end] == _symbols[start])
            {
                end++;
            }

            int code = _codes.Of(_literals[_ids[start]][group.Depth]);
            bool whole = group.Symbol + 1 == CharacterCodes.CountOf(code);
            _groups.Add(whole ? new Group(start, end, group.Depth + 1, 0) : new Group(start, end, group.Depth, group.Symbol + 1));
            start = end;
        }
    }

    /// <summary>Orders the literals of a group by their next symbol.</summary>
    /// <returns>One bit for each symbol that occurs.</returns>
    private ulong Order(int from, Group group)
    {
        Span<int> places = stackalloc int[CharacterCodes.Symbols + 1];
        places.Clear();
        ulong children = 0;
        for (int i = from; i < group.To; i++)
        {
            int symbol = CharacterCodes.SymbolOf(_codes.Of(_literals[_ids[i]][group.Depth]), group.Symbol);
            _symbols[i] = (byte)symbol;
            children |= 1UL << symbol;
            places[symbol + 1]++;
        }

        if (BitOperations.IsPow2(children))
        {
            return children;
        }

        for (int symbol = 0; symbol < CharacterCodes.Symbols; symbol++)
        {
            places[symbol + 1] += places[symbol];
        }

        var ids = _ids.AsSpan(from, group.To - from);
        var symbols = _symbols.AsSpan(from, ids.Length);
        var divided = _divided.AsSpan(0, ids.Length);
        for (int i = 0; i < ids.Length; i++)
        {
            divided[places[symbols[i]]++] = ids[i];
        }

        divided.CopyTo(ids);
        for (int symbol = 0, at = 0; symbol < CharacterCodes.Symbols; symbol++)
        {
            symbols[at..places[symbol]].Fill((byte)symbol);
            at = places[symbol];
        }

        return children;
    }

    /// <summary>Literals that begin alike.</summary>
    /// <param name="From">The first of them.</param>
    /// <param name="To">The one after the last.</param>
    /// <param name="Depth">How many characters they share.</param>
    /// <param name="Symbol">How many symbols of the next character they share.</param>
    private readonly record struct Group(int From, int To, int Depth, int Symbol);
}
