namespace GroomingSignals.Scoring.Classifier;

/// <summary>
/// One tree as it was learnt. A child from 0 up is another inner node, a negative one is the leaf <c>~child</c>; node 0 is the root, and a tree
/// without inner nodes is its only leaf. A feature at most the threshold goes left.
/// </summary>
/// <param name="Features">The feature of each inner node.</param>
/// <param name="Thresholds">The threshold of each inner node.</param>
/// <param name="Left">The left child of each inner node.</param>
/// <param name="Right">The right child of each inner node.</param>
/// <param name="Leaves">What each leaf adds to the score.</param>
/// <param name="Covers">How many rows of the training data reached each leaf.</param>
internal sealed record ForestTree(int[] Features, float[] Thresholds, int[] Left, int[] Right, double[] Leaves, int[] Covers)
{
    /// <summary>The leaf that a row reaches; for counting covers.</summary>
    public int LeafOf(ReadOnlySpan<float> vector)
    {
        int at = Features.Length == 0 ? ~0 : 0;
        while (at >= 0)
        {
            at = vector[Features[at]] <= Thresholds[at] ? Left[at] : Right[at];
        }

        return ~at;
    }

    /// <summary>What is wrong with the tree; null when nothing is.</summary>
    /// <param name="features">How many features there are.</param>
    public string? Fault(int features)
    {
        int nodes = Features.Length;
        if (Thresholds.Length != nodes || Left.Length != nodes || Right.Length != nodes || Leaves.Length != nodes + 1 || Covers.Length != nodes + 1)
        {
            return "its parts have lengths that do not fit";
        }

        if (Array.Exists(Features, f => f < 0 || f >= features))
        {
            return "it asks for a feature that does not exist";
        }

        if (Array.Exists(Covers, c => c < 0))
        {
            return "a leaf has fewer than no rows";
        }

        return FaultOfShape(nodes);
    }

    /// <summary>True when every number is finite.</summary>
    public bool IsFinite() => Array.TrueForAll(Thresholds, float.IsFinite) && Array.TrueForAll(Leaves, double.IsFinite);

    /// <summary>Every inner node but the root, and every leaf, is the child of one node; none lies too deep.</summary>
    private string? FaultOfShape(int nodes)
    {
        bool[] nodeSeen = new bool[nodes];
        bool[] leafSeen = new bool[nodes + 1];
        var open = new Stack<(int Child, int Depth)>();
        open.Push((nodes == 0 ? ~0 : 0, 0));
        int seen = 0;
        while (open.TryPop(out var next))
        {
            var (child, depth) = next;
            bool isLeaf = child < 0;
            int at = isLeaf ? ~child : child;
            bool[] known = isLeaf ? leafSeen : nodeSeen;
            if (at >= known.Length)
            {
                return "a child does not exist";
            }

            if (known[at])
            {
                return "a node is reached twice";
            }

            if (depth > Forest.MostDepth)
            {
                return $"it is deeper than {Forest.MostDepth}";
            }

            known[at] = true;
            seen++;
            if (!isLeaf)
            {
                open.Push((Left[at], depth + 1));
                open.Push((Right[at], depth + 1));
            }
        }

        return seen == (2 * nodes) + 1 ? null : "a node is never reached";
    }
}
