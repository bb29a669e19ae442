using System.Numerics;
using System.Runtime.CompilerServices;
using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>
/// Finds all literals in a text in one pass. They are looked for where they may begin, which is mostly where a word does, by their first eight
/// characters at once; tries take it from there and are left at the first character that leads nowhere. Children are numbered in a row and found by
/// counting the bits of a mask, and a branch with one literal left is that literal's own text. Immutable.
/// </summary>
/// <remarks>Why not Aho and Corasick's links: <c>docs/adr/0007-entered-at-words.md</c>. A text costs at most its length times that of the longest literal.</remarks>
internal sealed class Automaton
{
    private readonly CharacterCodes _codes;
    private readonly string[] _literals;
    private readonly TrieNode[] _nodes;
    private readonly HeadTable _heads;
    private readonly int _wide;
    private readonly LiteralEntry _entry;

    /// <summary>Compiles literals.</summary>
    /// <param name="literals">The literals, none empty, none twice. They are kept, and not changed.</param>
    /// <param name="entry">Where they may begin.</param>
    public Automaton(string[] literals, LiteralEntry entry = LiteralEntry.WordStarts)
    {
        _literals = literals;
        _entry = entry;
        _codes = new CharacterCodes(_literals);
        (_nodes, _heads, _wide) = TrieBuilder.Build(_literals, _codes, entry == LiteralEntry.WholeWords);
    }

    /// <summary>A literal by its number.</summary>
    public string this[int literal] => _literals[literal];

    /// <summary>How many nodes there are.</summary>
    public int Nodes => _nodes.Length;

    /// <summary>Walks a text and hands every occurrence of every literal to the visitor, by the place of its first character.</summary>
    /// <remarks>
    /// An occurrence that begins within a word, where literals may not, is left out, and where words must be whole one whose first word is not.
    /// One that ends within a later word is not left out.
    /// </remarks>
    public void Scan<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct => Scan(text, [], ref visitor);

    /// <summary>The same for a text of which masks are known, from its beginning on.</summary>
    public void Scan<TVisitor>(ReadOnlySpan<char> text, ReadOnlySpan<WordMask> masks, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        ulong before = 0;
        for (int block = 0; block < text.Length; block += WordMask.Width)
        {
            int length = Math.Min(WordMask.Width, text.Length - block);
            var mask = block / WordMask.Width < masks.Length ? masks[block / WordMask.Width] : WordMask.Of(text.Slice(block, length));
            ulong starts = _entry == LiteralEntry.Anywhere ? ulong.MaxValue : (mask.Words & ~((mask.Words << 1) | before)) | ~(mask.Words | mask.Spaces);
            before = mask.Words >> (WordMask.Width - 1);
            for (starts &= ulong.MaxValue >> (WordMask.Width - length); starts != 0; starts &= starts - 1)
            {
                int at = BitOperations.TrailingZeroCount(starts);
                int least = _entry == LiteralEntry.WholeWords ? BitOperations.TrailingZeroCount(~(mask.Words >> at)) : 0;
                Enter(text, block + at, at + least < WordMask.Width ? least : WordEnd(text, block + at, least), ref visitor);
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

    /// <summary>The length of a word of which the beginning is known.</summary>
    private static int WordEnd(ReadOnlySpan<char> text, int start, int length)
    {
        while (start + length < text.Length && ViewText.IsWord(text[start + length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>Looks for the literals that begin at a place and have at least a length, which is that of the word there if it must be whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter<TVisitor>(ReadOnlySpan<char> text, int start, int least, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        visitor.Look();
        ulong key = HeadKey.At(text, start);
        int lengths = _heads.LengthsOf(key, least) & (-1 << Math.Min(least, HeadKey.Length));
        int left = text.Length - start;
        if (left < HeadKey.Length)
        {
            // What is not there is zero in the key, as it is beyond the end of a shorter literal.
            lengths &= (2 << left) - 1;
        }

        if (lengths != 0)
        {
            Narrow(text, start, key, lengths, least, ref visitor);
        }

        if (_wide > 0 && !HeadKey.IsAscii(key))
        {
            Walk(text, start, start, _wide, least, ref visitor);
        }
    }

    /// <summary>Looks for the literals that begin with ASCII characters.</summary>
    private void Narrow<TVisitor>(ReadOnlySpan<char> text, int start, ulong key, int lengths, int least, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        for (; lengths != 0; lengths &= lengths - 1)
        {
            int length = BitOperations.TrailingZeroCount(lengths);
            int found = _heads.Find(HeadKey.Cut(key, length));
            if (found > 0)
            {
                Walk(text, start, start + HeadKey.Length, found, least, ref visitor);
            }
            else if (found < 0)
            {
                visitor.Visit(~found, start, start + length);
            }
        }
    }

    /// <summary>Walks on from a node.</summary>
    private void Walk<TVisitor>(ReadOnlySpan<char> text, int start, int at, int node, int least, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        var codes = _codes;
        var nodes = _nodes;
        while (true)
        {
            visitor.Look();
            ref readonly var here = ref nodes[node];
            if (here.Literal >= 0 && at - start >= least)
            {
                visitor.Visit(here.Literal, start, at);
            }

            if (at >= text.Length)
            {
                return;
            }

            if (here.First < 0)
            {
                if (HeadKey.Begins(HeadKey.At(text, at), here.Children))
                {
                    End(text, start, at, ~here.First, here.Children, least, ref visitor);
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

    /// <summary>Compares what is left of the one literal that a branch leads to; the key of its next characters often is all of it.</summary>
    private void End<TVisitor>(ReadOnlySpan<char> text, int start, int at, int literal, ulong key, int least, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        int end = at + HeadKey.CountOf(key);
        if (end - at == HeadKey.Length || !HeadKey.IsAscii(key))
        {
            string whole = _literals[literal];
            end = start + whole.Length;
            if (!text[at..].StartsWith(whole.AsSpan(at - start)))
            {
                return;
            }
        }

        if (end - start >= least)
        {
            visitor.Visit(literal, start, end);
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
