using System.Runtime.InteropServices;

namespace GroomingSignals.Matching;

/// <summary>Gathers literals without repetition, each with all its uses.</summary>
/// <param name="capacity">How many there will be at most: tables that grow leave large arrays behind them, which make the collector run.</param>
internal sealed class LiteralTable(int capacity)
{
    private readonly Dictionary<string, int> _index = new(capacity, StringComparer.Ordinal);
    private readonly List<string> _literals = new(capacity);
    private readonly List<(int Literal, CueUse Use)> _uses = new(capacity);

    /// <summary>The literals, in the order in which they came.</summary>
    public List<string> Literals => _literals;

    /// <summary>Adds a use of a literal; an empty one is passed over.</summary>
    public void Add(string literal, CueUse use)
    {
        if (literal.Length == 0)
        {
            return;
        }

        ref int index = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, literal, out bool known);
        if (!known)
        {
            index = _literals.Count;
            _literals.Add(literal);
        }

        _uses.Add((index, use));
    }

    /// <summary>The uses by literal: those of literal i stand from <c>First[i]</c> to before <c>First[i + 1]</c>.</summary>
    public (int[] First, CueUse[] Uses) ByLiteral()
    {
        var first = new int[_literals.Count + 1];
        foreach (var (literal, _) in _uses)
        {
            first[literal + 1]++;
        }

        for (int i = 0; i < _literals.Count; i++)
        {
            first[i + 1] += first[i];
        }

        var next = (int[])first.Clone();
        var uses = new CueUse[_uses.Count];
        foreach (var (literal, use) in _uses)
        {
            uses[next[literal]++] = use;
        }

        return (first, uses);
    }
}
