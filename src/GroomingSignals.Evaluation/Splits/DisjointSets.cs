namespace GroomingSignals.Evaluation.Splits;

/// <summary>Union-find over indexes. The root of a set is its smallest index, so that it does not depend on the order of the unions.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count)
    {
        _parent = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parent[i] = i;
        }
    }

    public int Count => _parent.Length;

    public int RootOf(int index)
    {
        while (_parent[index] != index)
        {
            _parent[index] = _parent[_parent[index]];
            index = _parent[index];
        }

        return index;
    }

    public void Join(int a, int b)
    {
        (a, b) = (RootOf(a), RootOf(b));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>The members of each set of two or more, in order of their roots.</summary>
    public IEnumerable<IReadOnlyList<int>> Groups() =>
        Enumerable.Range(0, Count).GroupBy(RootOf).Select(g => (IReadOnlyList<int>)[.. g]).Where(g => g.Count > 1);
}
