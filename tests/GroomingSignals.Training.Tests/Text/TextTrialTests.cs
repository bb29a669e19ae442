using GroomingSignals.Text.NGrams;
using GroomingSignals.Training.Text;

namespace GroomingSignals.Training.Tests.Text;

public sealed class TextTrialTests
{
    private static readonly bool[] Labels = [true, false, true, false];

    [Fact]
    public void Two_recipes_have_the_same_say_whatever_the_size_of_their_weights()
    {
        var small = Trial([0.1, 0, 0.1, 0], weight: 0.1f);
        var large = Trial([100, 100, 0, 0], weight: 100);

        var both = small.With(large, Labels);

        // Each score over twice its deviation: 0.05 and 50.
        both.Scores.Should().Equal([2, 1, 1, 0], (found, expected) => Math.Abs(found - expected) < 1e-9);
        both.Parts.Select(part => part.Share).Should().Equal([10, 0.01], (found, expected) => Math.Abs(found - expected) < 1e-9);
        both.OfFolds.Should().ContainSingle().Which.Weights[7].Should().BeApproximately(2, 1e-6f);
    }

    [Fact]
    public void A_recipe_that_tells_nothing_apart_adds_nothing_but_what_it_says()
    {
        var both = Trial([1, 1, 1, 1], weight: 0).With(Trial([1, 0, 1, 0], weight: 1), Labels);

        both.Scores.Should().OnlyContain(score => double.IsFinite(score));
        both.AveragePrecision.Should().Be(1);
    }

    [Fact]
    public void What_cancels_out_is_known_all_the_same()
    {
        var sum = TextTrial.Sum([Table(1), Table(-1)], [0.5, 0.5]);

        sum.Weights[7].Should().NotBe(0, "an n-gram that was learnt counts towards the length of a text").And.BeLessThan(1e-20f);
        sum.Weights[8].Should().Be(0, "one that nobody learnt does not");
    }

    private static TextTrial Trial(double[] scores, float weight) =>
        new([new TextPart(TextStage.Contrast, 1)], [Table(weight)], scores, 0);

    private static NGramTable Table(float weight)
    {
        float[] weights = new float[1 << NGramTable.FewestBits];
        weights[7] = weight;
        return new NGramTable(weights, TextLearner.Prior);
    }
}
