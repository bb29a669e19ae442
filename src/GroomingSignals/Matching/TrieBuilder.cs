using System.Numerics;

namespace GroomingSignals.Matching;

/// <summary>
/// Builds the nodes of an <see cref="Automaton"/>: each node divides its literals by their next symbol, and a node with one literal left is not
/// divided further. A node's children stand in a row, and what is below them right after, so that a walk stays within few cache lines.
/// </summary>
internal sealed class TrieBuilder
{
    private readonly string[] _literals;
    private readonly CharacterCodes _codes;
    private readonly int[] _ids;
    private readonly int[] _divided;
    private readonly byte[] _symbols;
    private readonly Stack<Group> _groups = new();
    private readonly List<TrieNode> _nodes;

    private TrieBuilder(string[] literals, CharacterCodes codes)
    {
        _literals = literals;
        _codes = codes;
        _ids = new int[literals.Length];
        _divided = new int[literals.Length];
        _symbols = new byte[literals.Length];
        _nodes = new(3 * literals.Length) { default };
    }

    /// <summary>Arranges literals.</summary>
    /// <param name="literals">The literals, none empty, none twice.</param>
    /// <param name="codes">Their characters.</param>
    /// <param name="wholeWords">Whether the first word of a literal must be whole.</param>
    public static Trie Build(string[] literals, CharacterCodes codes, bool wholeWords) => new TrieBuilder(literals, codes).Build(wholeWords);

    private Trie Build(bool wholeWords)
    {
        // A group for the literals of each head, in the order in which the heads come, after one for the wide.
        var groupOf = new Dictionary<ulong, int>();
        var heads = new List<ulong> { 0 };
        var sizes = new List<int> { 0 };
        int[] groups = new int[_literals.Length];
        int shorts = 0;
        for (int i = 0; i < _literals.Length; i++)
        {
            ulong key = HeadKey.At(_literals[i], 0);
            bool ascii = HeadKey.IsAscii(key);
            if (ascii && _literals[i].Length < HeadKey.Length)
            {
                groups[i] = -1;
                shorts++;
                continue;
            }

            if (ascii && !groupOf.TryGetValue(key, out groups[i]))
            {
                groups[i] = heads.Count;
                groupOf.Add(key, heads.Count);
                heads.Add(key);
                sizes.Add(0);
            }

            sizes[groups[i]]++;
        }

        int[] next = Order(groups, sizes);
        var table = new HeadTable(heads.Count + shorts, wholeWords);
        int wide = sizes[0] > 0 ? Root(next[0] - sizes[0], next[0], 0) : 0;
        for (int group = 1; group < heads.Count; group++)
        {
            table.Add(heads[group], HeadKey.Length, Root(next[group] - sizes[group], next[group], HeadKey.Length));
        }

        for (int i = 0; i < _literals.Length; i++)
        {
            if (groups[i] < 0)
            {
                table.Add(HeadKey.At(_literals[i], 0), _literals[i].Length, ~i);
            }
        }

        return new Trie([.. _nodes], table, wide);
    }

    /// <summary>Puts the literals in the order of their groups.</summary>
    /// <returns>Where each group ends.</returns>
    private int[] Order(int[] groups, List<int> sizes)
    {
        int[] next = new int[sizes.Count];
        for (int group = 1; group < sizes.Count; group++)
        {
            next[group] = next[group - 1] + sizes[group - 1];
        }

        for (int i = 0; i < groups.Length; i++)
        {
            if (groups[i] >= 0)
            {
                _ids[next[groups[i]]++] = i;
            }
        }

        return next;
    }

    /// <summary>Makes the nodes of literals that share their first characters.</summary>
    /// <returns>The first of these nodes.</returns>
    private int Root(int from, int to, int depth)
    {
        int root = _nodes.Count;
        _nodes.Add(default);
        _groups.Push(new Group(root, from, to, depth, 0));
        while (_groups.TryPop(out var group))
        {
            Divide(group);
        }

        return root;
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
                _nodes[group.Node] = new TrieNode(HeadKey.At(_literals[_ids[from]], group.Depth), ~_ids[from], literal);
                return;
            }
        }

        ulong children = Order(from, group);
        int first = _nodes.Count;
        _nodes[group.Node] = new TrieNode(children, first, literal);
        int count = BitOperations.PopCount(children);
        for (int i = 0; i < count; i++)
        {
            _nodes.Add(default);
        }

        // The last child first: the stack turns them round.
        for (int end = group.To; end > from;)
        {
            int start = end - 1;
            while (start > from && _symbols[start - 1] == _symbols[end - 1])
            {
                start--;
            }

            count--;
            int code = _codes.Of(_literals[_ids[start]][group.Depth]);
            bool whole = group.Symbol + 1 == CharacterCodes.CountOf(code);
            _groups.Push(whole ? new Group(first + count, start, end, group.Depth + 1, 0) : new Group(first + count, start, end, group.Depth, group.Symbol + 1));
            end = start;
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

        // Most groups are small and have few symbols: a plain loop over those that occur beats filling, which is a call for each symbol.
        int at = 0;
        for (ulong left = children; left != 0; left &= left - 1)
        {
            int symbol = BitOperations.TrailingZeroCount(left);
            while (at < places[symbol])
            {
                symbols[at++] = (byte)symbol;
            }
        }

        return children;
    }

    /// <summary>Literals that begin alike.</summary>
    /// <param name="Node">Their node.</param>
    /// <param name="From">The first of them.</param>
    /// <param name="To">The one after the last.</param>
    /// <param name="Depth">How many characters they share.</param>
    /// <param name="Symbol">How many symbols of the next character they share.</param>
    private readonly record struct Group(int Node, int From, int To, int Depth, int Symbol);
}
