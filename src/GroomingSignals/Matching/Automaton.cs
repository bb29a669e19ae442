namespace GroomingSignals.Matching;

/// <summary>
/// Aho and Corasick's automaton (1975) over character classes. States stand in breadth-first order; the first ones, where ordinary
/// text spends its time, have full rows up to a budget, the others only their children and a link to the state of their longest
/// suffix. Immutable.
/// </summary>
internal sealed class Automaton
{
    /// <summary>The bytes that full rows may take: beyond this a table no longer fits the cache and is slower than following links.</summary>
    internal const int DefaultBudget = 8 << 20;

    private const int OutputFlag = int.MinValue;

    private readonly CharacterClasses _classes;
    private readonly int _width;
    private readonly int _dense;
    private readonly int[] _rows;
    private readonly int[] _fail;
    private readonly int[] _childStart;
    private readonly ushort[] _childClass;
    private readonly int[] _childState;
    private readonly int[] _literal;
    private readonly int[] _nextOutput;

    internal Automaton(AutomatonBuilder builder, int budget)
    {
        _classes = builder.Classes;
        _width = builder.Classes.Count;
        _fail = builder.Fail;
        _childStart = builder.ChildStart;
        _childClass = builder.ChildClass;
        _childState = builder.ChildState;
        _literal = builder.Literal;
        _nextOutput = builder.NextOutput;
        _dense = (int)Math.Clamp(budget / ((long)_width * sizeof(int)), 1, builder.States);
        _rows = new int[_dense * _width];
        FillRows();
    }

    /// <summary>How many states have full rows.</summary>
    public int DenseStates => _dense;

    public int States => _literal.Length;

    /// <summary>Walks a text and hands every occurrence of every literal to the visitor, by the place of its last character.</summary>
    public void Scan<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor)
        where TVisitor : struct, ILiteralVisitor, allows ref struct
    {
        int state = 0;
        for (int i = 0; i < text.Length; i++)
        {
            state = Step(state & ~OutputFlag, _classes.Of(text[i]));
            if (state < 0)
            {
                for (int s = state & ~OutputFlag; s != 0; s = _nextOutput[s])
                {
                    if (_literal[s] >= 0)
                    {
                        visitor.Visit(_literal[s], i + 1);
                    }
                }
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

    private int Step(int state, int characterClass)
    {
        while (state >= _dense)
        {
            int end = _childStart[state + 1];
            for (int child = _childStart[state]; child < end; child++)
            {
                if (_childClass[child] == characterClass)
                {
                    return Flagged(_childState[child]);
                }
            }

            state = _fail[state];
        }

        return _rows[(state * _width) + characterClass];
    }

    private int Flagged(int state) => _literal[state] >= 0 || _nextOutput[state] != 0 ? state | OutputFlag : state;

    private void FillRows()
    {
        for (int state = 0; state < _dense; state++)
        {
            var row = _rows.AsSpan(state * _width, _width);
            if (state != 0)
            {
                // Links lead to states with smaller numbers, whose rows are full already.
                _rows.AsSpan(_fail[state] * _width, _width).CopyTo(row);
            }

            for (int child = _childStart[state]; child < _childStart[state + 1]; child++)
            {
                row[_childClass[child]] = Flagged(_childState[child]);
            }
        }
    }

    private struct Counter : ILiteralVisitor
    {
        public int Total { get; private set; }

        public void Visit(int literal, int end) => Total++;
    }
}
