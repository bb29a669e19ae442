using System.Numerics;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Finds all literals in a text in one pass: a trie that is entered where literals may begin, which is mostly where a word does, and left at
/// the first character that leads nowhere. Children are numbered in a row and found by counting the bits of a mask, the first two characters
/// by one look into a table, and a branch with one literal left is that literal's own text. Immutable.
/// </summary>
/// <remarks>Why not Aho and Corasick's links: <c>docs/adr/0007-entered-at-words.md</c>. A text costs at most its length times that of the longest literal.</remarks>
internal sealed class Automaton
{
    private const int FromRoot = -1;

    private readonly CharacterCodes _codes;
    private readonly TrieNode[] _nodes;
    private readonly int[] _pairs;
    private readonly string[] _literals;
    private readonly bool _anywhere;

    /// <summary>Compiles literals.</summary>
    /// <param name="literals">The literals, none empty, none twice.</param>
    /// <param name="anywhere">Whether they may begin within a word.</param>
    public Automaton(IEnumerable<string> literals, bool anywhere = false)
    {
        _literals = [.. literals];
        _codes = new CharacterCodes(_literals);
        _nodes = TrieBuilder.Build(_literals, _codes);
        _pairs = Pairs();
        _anywhere = anywhere;
    }

    /// <summary>How many nodes there are.</summary>
    public int Nodes => _nodes.Length;

    /// <summary>Walks a text and hands every occurrence of every literal to the visitor, by the place of its first character.</summary>
    /// <remarks>An occurrence that begins within a word, where literals may not, is left out; one that ends within a word is not.</remarks>
    public void Scan<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        ulong before = 0;
        for (int block = 0; block < text.Length; block += WordMask.Width)
        {
            int length = Math.Min(WordMask.Width, text.Length - block);
            var mask = WordMask.Of(text.Slice(block, length));
            ulong starts = _anywhere ? ulong.MaxValue : (mask.Words & ~((mask.Words << 1) | before)) | ~(mask.Words | mask.Spaces);
            before = mask.Words >> (WordMask.Width - 1);
            for (starts &= ulong.MaxValue >> (WordMask.Width - length); starts != 0; starts &= starts - 1)
            {
                Enter(text, block + BitOperations.TrailingZeroCount(starts), ref visitor);
            }
        }
    }

    /// <summary>Walks a text and only counts: the bare cost of the automaton.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        var counter = default(Counter);
        Scan(text, ref counter);
        return counter.Total;
    }

    private void Enter<TVisitor>(ReadOnlySpan<char> text, int start, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        int first = _codes.Of(text[start]);
        int second = start + 1 < text.Length ? _codes.Of(text[start + 1]) : 0;
        int node = FromRoot;
        if (CharacterCodes.IsSingle(first) && CharacterCodes.IsSingle(second))
        {
            node = _pairs[((first & (CharacterCodes.Symbols - 1)) * CharacterCodes.Symbols) + (second & (CharacterCodes.Symbols - 1))];
        }

        if (node > 0)
        {
            Walk(text, start, start + 2, node, ref visitor);
        }
        else if (node == FromRoot && Next(0, first) is > 0 and var one)
        {
            Walk(text, start, start + 1, one, ref visitor);
        }
    }

    /// <summary>Walks on from a node that was just reached.</summary>
    private void Walk<TVisitor>(ReadOnlySpan<char> text, int start, int at, int node, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        var codes = _codes;
        var nodes = _nodes;
        while (true)
        {
            ref readonly var here = ref nodes[node];
            if (here.Literal >= 0)
            {
                visitor.Visit(here.Literal, start, at);
            }

            int first = here.First;
            if (first < 0)
            {
                End(text, start, at, ~first, ref visitor);
                return;
            }

            if (at >= text.Length)
            {
                return;
            }

            int code = codes.Of(text[at]);
            if (!CharacterCodes.IsSingle(code))
            {
                node = Next(node, code);
                if (node == 0)
                {
                    return;
                }
            }
            else
            {
                ulong children = here.Children;
                int symbol = code & (CharacterCodes.Symbols - 1);
                if ((children >> symbol & 1) == 0)
                {
                    return;
                }

                node = first + BitOperations.PopCount(children & ((1UL << symbol) - 1));
            }

            at++;
        }
    }

    /// <summary>Compares what is left of the one literal that a branch leads to.</summary>
    private void End<TVisitor>(ReadOnlySpan<char> text, int start, int at, int literal, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        string whole = _literals[literal];
        if (text[at..].StartsWith(whole.AsSpan(at - start)))
        {
            visitor.Visit(literal, start, start + whole.Length);
        }
    }

    /// <summary>The node that a character leads to; 0 when there is none.</summary>
    private int Next(int node, int code)
    {
        int count = CharacterCodes.CountOf(code);
        for (int i = 0; i < count; i++)
        {
            ulong children = _nodes[node].Children;
            int symbol = CharacterCodes.SymbolOf(code, i);
            if ((children >> symbol & 1) == 0)
            {
                return 0;
            }

            node = _nodes[node].First + BitOperations.PopCount(children & ((1UL << symbol) - 1));
        }

        return count == 0 ? 0 : node;
    }

    /// <summary>For each pair of symbols the node that the two reach: 0 where there is none, <see cref="FromRoot"/> where the first one may end a literal or a branch.</summary>
    private int[] Pairs()
    {
        var pairs = new int[CharacterCodes.Symbols * CharacterCodes.Symbols];
        for (int first = 0; first < CharacterCodes.Symbols; first++)
        {
            int one = Next(0, CharacterCodes.CodeOf(first));
            for (int second = 0; one != 0 && second < CharacterCodes.Symbols; second++)
            {
                pairs[(first * CharacterCodes.Symbols) + second] =
                    _nodes[one].Literal >= 0 || _nodes[one].First < 0 ? FromRoot : Next(one, CharacterCodes.CodeOf(second));
            }
        }

        return pairs;
    }

    private struct Counter : ILiteralVisitor
    {
        public int Total { get; private set; }

        public void Visit(int literal, int start, int end) => Total++;
    }
}
