namespace GroomingSignals.Matching;

/// <summary>
/// Builds the tables of an <see cref="Automaton"/>. The literals are sorted first, so that the states of one depth are
/// groups of neighbours: breadth-first order comes without a queue of nodes or a dictionary a state.
/// </summary>
internal sealed class AutomatonBuilder
{
    private readonly string[] _sorted;
    private readonly int[] _ids;

    public AutomatonBuilder(IReadOnlyList<string> literals)
    {
        _sorted = [.. literals];
        _ids = new int[literals.Count];
        int characters = 1;
        var distinct = new SortedSet<char>();
        for (int i = 0; i < _sorted.Length; i++)
        {
            _ids[i] = i;
            characters += _sorted[i].Length;
            foreach (char c in _sorted[i])
            {
                if (Classes.Of(c) == 0)
                {
                    Classes.Make(c);
                    distinct.Add(c);
                }
            }
        }

        // Classes in the order of the characters: sorted texts are then sorted by class as well.
        Classes = new CharacterClasses();
        foreach (char c in distinct)
        {
            Classes.Make(c);
        }

        Array.Sort(_sorted, _ids, StringComparer.Ordinal);
        Grow(characters);
        Link();
    }

    public CharacterClasses Classes { get; private set; } = new();

    public int States { get; private set; } = 1;

    public int[] ChildStart { get; private set; } = [];

    public ushort[] ChildClass { get; private set; } = [];

    public int[] ChildState { get; private set; } = [];

    /// <summary>The literal that ends at a state; -1 when none does.</summary>
    public int[] Literal { get; private set; } = [];

    public int[] Fail { get; private set; } = [];

    /// <summary>The next state on the way of the links at which a literal ends; 0 when there is none.</summary>
    public int[] NextOutput { get; private set; } = [];

    private void Grow(int capacity)
    {
        var childStart = new int[capacity + 1];
        var childClass = new ushort[capacity];
        var literal = new int[capacity];
        // Which of the sorted literals run through a state: from, to, and at which depth.
        var from = new int[capacity];
        var to = new int[capacity];
        var depth = new int[capacity];
        to[0] = _sorted.Length;
        int states = 1;
        int children = 0;
        for (int state = 0; state < states; state++)
        {
            childStart[state] = children;
            literal[state] = -1;
            int at = from[state];
            int level = depth[state];
            if (at < to[state] && _sorted[at].Length == level)
            {
                literal[state] = _ids[at];
                at++;
            }

            while (at < to[state])
            {
                char next = _sorted[at][level];
                int start = at;
                while (at < to[state] && _sorted[at][level] == next)
                {
                    at++;
                }

                childClass[children] = (ushort)Classes.Of(next);
                from[states] = start;
                to[states] = at;
                depth[states] = level + 1;
                states++;
                children++;
            }
        }

        childStart[states] = children;
        States = states;
        ChildStart = childStart[..(states + 1)];
        ChildClass = childClass[..children];
        Literal = literal[..states];

        // Children get their numbers in the order in which they are listed: the k-th child is state k + 1.
        ChildState = new int[children];
        for (int i = 0; i < children; i++)
        {
            ChildState[i] = i + 1;
        }
    }

    private void Link()
    {
        Fail = new int[States];
        NextOutput = new int[States];
        for (int state = 0; state < States; state++)
        {
            for (int child = ChildStart[state]; child < ChildStart[state + 1]; child++)
            {
                int target = ChildState[child];
                int link = state == 0 ? 0 : Follow(Fail[state], ChildClass[child]);
                Fail[target] = link;
                NextOutput[target] = Literal[link] >= 0 ? link : NextOutput[link];
            }
        }
    }

    private int Follow(int state, ushort characterClass)
    {
        while (true)
        {
            int found = Array.BinarySearch(ChildClass, ChildStart[state], ChildStart[state + 1] - ChildStart[state], characterClass);
            if (found >= 0)
            {
                return ChildState[found];
            }

            if (state == 0)
            {
                return 0;
            }

            state = Fail[state];
        }
    }
}
