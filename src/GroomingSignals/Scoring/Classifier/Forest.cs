using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace GroomingSignals.Scoring.Classifier;

/// <summary>
/// A sum of regression trees in flat arrays. Scores are sums of doubles in the order of the trees, so that they are the trainer's own; what is not
/// a number goes right. Immutable and thread-safe.
/// </summary>
internal sealed class Forest
{
    internal const int MostTrees = 1_000;
    internal const int MostLeaves = 256;
    internal const int MostDepth = 64;

    private readonly ForestNode[] _nodes;
    private readonly double[] _leaves;
    private readonly int[] _roots;
    private readonly double[] _nodeMeans;
    private readonly double[] _leftShares;

    /// <summary>Makes a forest.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="bias">Is added to every score.</param>
    /// <param name="features">How many features a vector has.</param>
    /// <exception cref="ClassifierFormatException">A tree is no tree, or a number is not finite.</exception>
    public Forest(ImmutableArray<ForestTree> trees, double bias, int features)
    {
        Check(trees, bias, features);
        Trees = trees;
        Bias = bias;
        Features = features;
        int nodes = trees.Sum(t => t.Features.Length);
        _nodes = new ForestNode[nodes];
        _nodeMeans = new double[nodes];
        _leftShares = new double[nodes];
        _leaves = [.. trees.SelectMany(t => t.Leaves)];
        _roots = new int[trees.Length];
        Expected = bias;
        int node = 0;
        int leaf = 0;
        for (int t = 0; t < trees.Length; t++)
        {
            var tree = trees[t];
            _roots[t] = tree.Features.Length == 0 ? ~leaf : node;
            for (int i = 0; i < tree.Features.Length; i++)
            {
                _nodes[node + i] = new ForestNode(tree.Features[i], tree.Thresholds[i], Shifted(tree.Left[i], node, leaf), Shifted(tree.Right[i], node, leaf));
            }

            Expected += Weigh(_roots[t], tree, leaf).Mean;
            node += tree.Features.Length;
            leaf += tree.Leaves.Length;
        }
    }

    /// <summary>A forest that says nothing.</summary>
    /// <param name="features">How many features a vector has.</param>
    public static Forest Empty(int features) => new([], 0, features);

    public ImmutableArray<ForestTree> Trees { get; }

    public double Bias { get; }

    /// <summary>How many features a vector has.</summary>
    public int Features { get; }

    /// <summary>The mean score of the rows that the covers count: the score before anything is known.</summary>
    public double Expected { get; }

    internal ReadOnlySpan<int> Roots => _roots;

    internal ReadOnlySpan<ForestNode> Nodes => _nodes;

    internal ReadOnlySpan<double> LeafValues => _leaves;

    /// <summary>For each inner node the share of its rows that go left; a half where there were none.</summary>
    internal ReadOnlySpan<double> LeftShares => _leftShares;

    /// <summary>The score of a vector. Allocates nothing.</summary>
    public double Score(ReadOnlySpan<float> vector)
    {
        var nodes = _nodes;
        double sum = Bias;
        foreach (int root in _roots)
        {
            sum += _leaves[~Walk(nodes, root, vector)];
        }

        return sum;
    }

    /// <summary>
    /// What each feature adds on the way from <see cref="Expected"/> to the score: at each split the mean of the side that is taken, less the mean
    /// before (Saabas 2014, "Interpreting random forests"). They add up to the score, within rounding.
    /// </summary>
    /// <param name="vector">The features.</param>
    /// <param name="contributions">Receives a number for each feature.</param>
    public void Contributions(ReadOnlySpan<float> vector, Span<double> contributions)
    {
        contributions.Clear();
        foreach (int root in _roots)
        {
            int at = root;
            while (at >= 0)
            {
                ref readonly var node = ref _nodes[at];
                int next = vector[node.Feature] <= node.Threshold ? node.Left : node.Right;
                contributions[node.Feature] += MeanOf(next) - _nodeMeans[at];
                at = next;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Walk(ForestNode[] nodes, int at, ReadOnlySpan<float> vector)
    {
        while (at >= 0)
        {
            ref readonly var node = ref nodes[at];
            at = vector[node.Feature] <= node.Threshold ? node.Left : node.Right;
        }

        return at;
    }

    private double MeanOf(int child) => child >= 0 ? _nodeMeans[child] : _leaves[~child];

    private static int Shifted(int child, int node, int leaf) => child >= 0 ? child + node : child - leaf;

    private (double Mean, long Cover) Weigh(int at, ForestTree tree, int firstLeaf)
    {
        if (at < 0)
        {
            return (_leaves[~at], tree.Covers[~at - firstLeaf]);
        }

        var (left, leftCover) = Weigh(_nodes[at].Left, tree, firstLeaf);
        var (right, rightCover) = Weigh(_nodes[at].Right, tree, firstLeaf);
        long cover = leftCover + rightCover;
        _leftShares[at] = cover == 0 ? 0.5 : (double)leftCover / cover;
        _nodeMeans[at] = (_leftShares[at] * left) + ((1 - _leftShares[at]) * right);
        return (_nodeMeans[at], cover);
    }

    private static void Check(ImmutableArray<ForestTree> trees, double bias, int features)
    {
        if (trees.Length > MostTrees || trees.Any(t => t.Leaves.Length > MostLeaves))
        {
            throw new ClassifierFormatException(ClassifierFormatException.TooLarge, $"The forest has more than {MostTrees} trees, or a tree more than {MostLeaves} leaves.");
        }

        for (int t = 0; t < trees.Length; t++)
        {
            if (trees[t].Fault(features) is { } fault)
            {
                throw new ClassifierFormatException(ClassifierFormatException.NotATree, $"Tree {t} is damaged: {fault}.");
            }
        }

        if (!double.IsFinite(bias) || !trees.All(t => t.IsFinite()))
        {
            throw new ClassifierFormatException(ClassifierFormatException.NotFinite, "A number of the forest is not finite.");
        }
    }
}
