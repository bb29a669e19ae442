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
            shap.Descend(root, [], 1, 1, -1);
        }

        return shap._values;
    }

    /// <summary>Goes down from a node, with the features that were met on the way.</summary>
    /// <param name="at">The node or leaf.</param>
    /// <param name="before">The path to its parent.</param>
    /// <param name="zero">The share of rows that come here when the parent's feature is not known.</param>
    /// <param name="one">1 when the vector comes here, otherwise 0.</param>
    /// <param name="feature">The parent's feature; -1 above the root.</param>
    private void Descend(int at, Step[] before, double zero, double one, int feature)
    {
        var path = Extend(before, zero, one, feature);
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
        double zeroBefore = 1;
        double oneBefore = 1;
        int known = Array.FindIndex(path, step => step.Feature == node.Feature);
        if (known >= 0)
        {
            (zeroBefore, oneBefore) = (path[known].Zero, path[known].One);
            path = Unwind(path, known);
        }

        Descend(node.Left, path, zeroBefore * left, goesLeft ? oneBefore : 0, node.Feature);
        Descend(node.Right, path, zeroBefore * (1 - left), goesLeft ? 0 : oneBefore, node.Feature);
    }

    private static Step[] Extend(Step[] path, double zero, double one, int feature)
    {
        int length = path.Length;
        var longer = new Step[length + 1];
        path.CopyTo(longer, 0);
        longer[length] = new Step(feature, zero, one, length == 0 ? 1 : 0);
        for (int i = length - 1; i >= 0; i--)
        {
            longer[i + 1].Weight += one * longer[i].Weight * (i + 1) / (length + 1);
            longer[i].Weight = zero * longer[i].Weight * (length - i) / (length + 1);
        }

        return longer;
    }

    private static Step[] Unwind(Step[] path, int at)
    {
        int last = path.Length - 1;
        var (zero, one) = (path[at].Zero, path[at].One);
        var shorter = path[..last];
        double next = path[last].Weight;
        for (int i = last - 1; i >= 0; i--)
        {
            if (one != 0)
            {
                double weight = next * (last + 1) / ((i + 1) * one);
                next = path[i].Weight - (weight * zero * (last - i) / (last + 1));
                shorter[i].Weight = weight;
            }
            else
            {
                shorter[i].Weight = zero == 0 ? 0 : path[i].Weight * (last + 1) / (zero * (last - i));
            }
        }

        for (int i = at; i < last; i++)
        {
            shorter[i] = new Step(path[i + 1].Feature, path[i + 1].Zero, path[i + 1].One, shorter[i].Weight);
        }

        return shorter;
    }

    private static double SumWithout(Step[] path, int at)
    {
        double sum = 0;
        foreach (var step in Unwind(path, at))
        {
            sum += step.Weight;
        }

        return sum;
    }

    /// <summary>A feature on the path: the shares of subsets without and with it that come here, and the weight of subsets by their size.</summary>
    private record struct Step(int Feature, double Zero, double One, double Weight);
}
