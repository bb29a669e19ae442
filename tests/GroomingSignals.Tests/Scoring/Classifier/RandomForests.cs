using CsCheck;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Tests.Scoring.Classifier;

/// <summary>Generates small forests of any shape, with features that recur on a path and leaves that no row reached.</summary>
internal static class RandomForests
{
    public const int Features = 5;

    private static readonly Gen<ForestTree> Tree = Gen.Select(Gen.Int[0, 7], Gen.Int[0, int.MaxValue], Grow);

    public static Gen<Forest> Any { get; } = Gen.Select(
        Tree.Array[0, 4], Gen.Double[-2, 2], (trees, bias) => new Forest([.. trees], bias, Features));

    public static Gen<float[]> Vector { get; } = Gen.Int[-3, 3].Select(i => i / 2f).Array[Features];

    private static ForestTree Grow(int splits, int seed)
    {
        var random = new Random(seed);
        int[] left = new int[splits];
        int[] right = new int[splits];
        var open = new List<(int Node, bool IsLeft)>();
        for (int node = 0; node < splits; node++)
        {
            if (node > 0)
            {
                int place = random.Next(open.Count);
                var (parent, isLeft) = open[place];
                open.RemoveAt(place);
                (isLeft ? left : right)[parent] = node;
            }

            open.Add((node, true));
            open.Add((node, false));
        }

        for (int leaf = 0; leaf < open.Count; leaf++)
        {
            (open[leaf].IsLeft ? left : right)[open[leaf].Node] = ~leaf;
        }

        return new ForestTree(
            Fill(splits, () => random.Next(Features)), Fill(splits, () => random.Next(-3, 3) / 2f), left, right,
            Fill(splits + 1, () => random.NextDouble() - 0.5), Fill(splits + 1, () => random.Next(4) * random.Next(20)));
    }

    private static T[] Fill<T>(int count, Func<T> next) => [.. Enumerable.Range(0, count).Select(_ => next())];
}
