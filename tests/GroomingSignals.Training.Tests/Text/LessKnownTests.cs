using GroomingSignals.Text.NGrams;
using GroomingSignals.Training.Text;

namespace GroomingSignals.Training.Tests.Text;

public sealed class LessKnownTests
{
    [Fact]
    public void Half_of_what_speaks_for_ordinary_talk_is_unknown_and_all_else_is_as_it_was()
    {
        float[] weights = [.. Enumerable.Range(0, 1 << 10).Select(i => (i * 7919 % 41) - 20f)];
        var table = new NGramTable([.. weights], prior: 7, loud: 3);

        var less = LessKnown.OfOrdinaryTalk(table);

        (less.Prior, less.Loud).Should().Be((7, 3));
        float[] left = less.Weights.ToArray();
        left.Zip(weights).Should().OnlyContain(pair => pair.First == pair.Second || (pair.First == 0 && pair.Second < 0));
        left.Count(weight => weight < 0).Should().BeCloseTo(weights.Count(weight => weight < 0) / 2, 10);
        table.Weights.ToArray().Should().Equal(weights, "the table that is used is another");
    }
}
