namespace GroomingSignals.Scoring.Classifier;

/// <summary>
/// Exact Shapley values of a forest, path-dependent: a feature that is not known goes both ways, by the shares of the training rows
/// (Lundberg, Erion and Lee 2018, "Consistent individualized feature attribution for tree ensembles", algorithm 2). On demand only.
/// </summary>
internal sealed class TreeShap
{
    private readonly Forest _forest;
    private readonly float[] _vector;
    private readonly double[] _values;

    /// <summary>The paths from the root to the node in hand, one after the other: each level copies the one above and changes it.</summary>
    private readonly Step[] _steps = new Step[(Forest.MostDepth + 2) * (Forest.MostDepth + 3) / 2];

    private TreeShap(Forest forest, ReadOnlySpan<float> vector)
    {
        _forest = forest;
        _vector = vector.ToArray();
        _values = new double[forest.Features];
    }

    /// <summary>The value of each feature. <see cref="Forest.Expected"/> and the values add up to the score within 1e-9.</summary>
    public static double[] Of(Forest forest, ReadOnlySpan<float> vector)
    {
        var shap = new TreeShap(forest, vector);
        foreach (int root in forest.Roots)
        {
            shap.Descend(root, 0, 0, new Step(-1, 1, 1, 0));
        }

        return shap._values;
    }

    /// <summary>Goes down from a node, with the features that were met on the way.</summary>
    /// <param name="at">The node or leaf.</param>
    /// <param name="before">Where the path to its parent begins.</param>
    /// <param name="length">How many steps that has.</param>
    /// <param name="step">The step to this node: the parent's feature, and the shares that come here without and with knowing it.</param>
    private void Descend(int at, int before, int length, Step step)
    {
        int own = before + length;
        Array.Copy(_steps, before, _steps, own, length);
        var path = _steps.AsSpan(own, length + 1);
        Extend(path, step);
        if (at < 0)
        {
            double leaf = _forest.LeafValues[~at];
            for (int i = 1; i < path.Length; i++)
            {
                _values[path[i].Feature] += SumWithout(path, i) * (path[i].One - path[i].Zero) * leaf;
            }

            return;
        }

        var node = _forest.Nodes[at];
        double left = _forest.LeftShares[at];
        bool goesLeft = _vector[node.Feature] <= node.Threshold;
        double zero = 1;
        double one = 1;
        int known = IndexOf(path, node.Feature);
        length = path.Length;
        if (known >= 0)
        {
            (zero, one) = (path[known].Zero, path[known].One);
            Unwind(path, known);
            length--;
        }

        Descend(node.Left, own, length, new Step(node.Feature, zero * left, goesLeft ? one : 0, 0));
        Descend(node.Right, own, length, new Step(node.Feature, zero * (1 - left), goesLeft ? 0 : one, 0));
    }

    private static int IndexOf(Span<Step> path, int feature)
    {
        for (int i = 1; i < path.Length; i++)
        {
            if (path[i].Feature == feature)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Adds a step at the end of a path, whose last place is still empty.</summary>
    private static void Extend(Span<Step> path, Step step)
    {
        int length = path.Length - 1;
        path[length] = step with { Weight = length == 0 ? 1 : 0 };
        for (int i = length - 1; i >= 0; i--)
        {
            path[i + 1].Weight += step.One * path[i].Weight * (i + 1) / (length + 1);
            path[i].Weight = step.Zero * path[i].Weight * (length - i) / (length + 1);
        }
    }

    /// <summary>Takes a step out again; the last place is then of no use.</summary>
    private static void Unwind(Span<Step> path, int at)
    {
        int last = path.Length - 1;
        var (zero, one) = (path[at].Zero, path[at].One);
        double next = path[last].Weight;
        for (int i = last - 1; i >= 0; i--)
        {
            double weight = Without(path[i].Weight, ref next, zero, one, i, last);
            path[i].Weight = weight;
        }

        for (int i = at; i < last; i++)
        {
            path[i] = path[i + 1] with { Weight = path[i].Weight };
        }
    }

    /// <summary>The sum of the weights that a path would have without a step.</summary>
    private static double SumWithout(ReadOnlySpan<Step> path, int at)
    {
        int last = path.Length - 1;
        var (zero, one) = (path[at].Zero, path[at].One);
        double next = path[last].Weight;
        double sum = 0;
        for (int i = last - 1; i >= 0; i--)
        {
            sum += Without(path[i].Weight, ref next, zero, one, i, last);
        }

        return sum;
    }

    private static double Without(double own, ref double next, double zero, double one, int i, int last)
    {
        if (one == 0)
        {
            return zero == 0 ? 0 : own * (last + 1) / (zero * (last - i));
        }

        double weight = next * (last + 1) / ((i + 1) * one);
        next = own - (weight * zero * (last - i) / (last + 1));
        return weight;
    }

    /// <summary>A feature on the path: the shares of subsets without and with it that come here, and the weight of subsets by their size.</summary>
    private record struct Step(int Feature, double Zero, double One, double Weight);
}
