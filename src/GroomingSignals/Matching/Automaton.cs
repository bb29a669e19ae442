using System.Numerics;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Finds all literals in a text in one pass: tries that are entered where literals may begin, which is mostly where a word does, by their
/// first four characters at once, and left at the first character that leads nowhere. Children are numbered in a row and found by counting
/// the bits of a mask, and a branch with one literal left is that literal's own text. Immutable.
/// </summary>
/// <remarks>Why not Aho and Corasick's links: <c>docs/adr/0007-entered-at-words.md</c>. A text costs at most its length times that of the longest literal.</remarks>
internal sealed class Automaton
{
    private const int ShortBits = 12;

    private readonly CharacterCodes _codes;
    private readonly string[] _literals;
    private readonly TrieNode[] _nodes;

    /// <summary>The node that each lead of the longer literals reaches.</summary>
    private readonly LeadTable _entries = new();

    /// <summary>The literals with fewer characters than a lead, each one plus its number.</summary>
    private readonly LeadTable _short = new();

    /// <summary>One bit for what <see cref="ShortBit"/> makes of the first two characters of each of these.</summary>
    private readonly ulong[] _shortStarts = new ulong[(1 << ShortBits) / 64];

    private readonly bool _hasSingle;
    private readonly bool _anywhere;

    /// <summary>Compiles literals.</summary>
    /// <param name="literals">The literals, none empty, none twice.</param>
    /// <param name="anywhere">Whether they may begin within a word.</param>
    public Automaton(IEnumerable<string> literals, bool anywhere = false)
    {
        _literals = [.. literals];
        _codes = new CharacterCodes(_literals);
        _nodes = TrieBuilder.Build(_literals, _codes, _entries);
        _anywhere = anywhere;
        for (int literal = 0; literal < _literals.Length; literal++)
        {
            string text = _literals[literal];
            if (text.Length < LeadTable.Length)
            {
                ulong lead = LeadTable.UpTo(text, 0);
                _short.Set(lead, literal + 1);
                int bit = ShortBit(lead);
                _shortStarts[bit / 64] |= 1UL << bit;
                _hasSingle |= text.Length == 1;
            }
        }
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

    private static int ShortBit(ulong lead) => (int)((LeadTable.Cut(lead, 2) * 0x9E3779B97F4A7C15) >> (64 - ShortBits));

    private void Enter<TVisitor>(ReadOnlySpan<char> text, int start, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        visitor.Look();
        if (start > text.Length - LeadTable.Length)
        {
            Short(LeadTable.UpTo(text, start), text.Length - start, start, ref visitor);
            return;
        }

        ulong lead = LeadTable.At(text, start);
        int bit = ShortBit(lead);
        if (_hasSingle || (_shortStarts[bit / 64] >> bit & 1) != 0)
        {
            Short(lead, LeadTable.Length - 1, start, ref visitor);
        }

        int node = _entries.Find(lead);
        if (node != 0)
        {
            Walk(text, start, node, ref visitor);
        }
    }

    /// <summary>Looks for the literals with fewer characters than a lead.</summary>
    private void Short<TVisitor>(ulong lead, int most, int start, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        for (int length = 1; length <= most; length++)
        {
            int found = _short.Find(LeadTable.Cut(lead, length));
            if (found > 0)
            {
                visitor.Visit(found - 1, start, start + length);
            }
        }
    }

    /// <summary>Walks on from the node that a lead reaches.</summary>
    private void Walk<TVisitor>(ReadOnlySpan<char> text, int start, int node, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        var codes = _codes;
        var nodes = _nodes;
        int at = start + LeadTable.Length;
        while (true)
        {
            visitor.Look();
            ref readonly var here = ref nodes[node];
            if (here.Literal >= 0)
            {
                visitor.Visit(here.Literal, start, at);
            }

            if (at >= text.Length)
            {
                return;
            }

            if (here.First < 0)
            {
                if (at > text.Length - LeadTable.Length || LeadTable.Begins(LeadTable.At(text, at), here.Children))
                {
                    End(text, start, at, ~here.First, ref visitor);
                }

                return;
            }

            int code = codes.Of(text[at]);
            if (CharacterCodes.IsSingle(code))
            {
                node = Child(here, CharacterCodes.SymbolOf(code, 0));
            }
            else
            {
                node = Next(node, code);
            }

            if (node == 0)
            {
                return;
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

    /// <summary>The node that a symbol leads to; 0 when there is none.</summary>
    private static int Child(in TrieNode node, int symbol) =>
        (node.Children >> symbol & 1) == 0 ? 0 : node.First + BitOperations.PopCount(node.Children & ((1UL << symbol) - 1));

    /// <summary>The node that a character of several symbols leads to; 0 when there is none.</summary>
    private int Next(int node, int code)
    {
        int count = CharacterCodes.CountOf(code);
        for (int i = 0; i < count && (i == 0 || node != 0); i++)
        {
            node = Child(_nodes[node], CharacterCodes.SymbolOf(code, i));
        }

        return count == 0 ? 0 : node;
    }

    private struct Counter : ILiteralVisitor
    {
        public int Total { get; private set; }

        public void Visit(int literal, int start, int end) => Total++;

        public readonly void Look()
        {
        }
    }
}
