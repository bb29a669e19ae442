using System.Runtime.InteropServices;

namespace GroomingSignals.Matching;

/// <summary>Literals without repetition, each with all its uses.</summary>
internal sealed class LiteralTable
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _literals = [];
    private readonly List<CueUse> _uses = [];
    private readonly List<int> _next = [];
    private readonly List<int> _first = [];

    public IReadOnlyList<string> All => _literals;

    public string this[int literal] => _literals[literal];

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
            _first.Add(-1);
        }

        _next.Add(_first[index]);
        _first[index] = _uses.Count;
        _uses.Add(use);
    }

    /// <summary>The first use of a literal; walk on with <see cref="Next"/> until -1.</summary>
    public int First(int literal) => _first[literal];

    public int Next(int use) => _next[use];

    public CueUse Use(int use) => _uses[use];
}
