using GroomingSignals.Text.NGrams;
using GroomingSignals.Training.Text;

namespace GroomingSignals.Training.Tests.Text;

public sealed class LoudnessTests
{
    [Fact]
    public void The_largest_weights_are_loud_whatever_their_sign_up_to_two_fifths_of_what_is_said()
    {
        float[] weights = new float[256];
        (weights[1], weights[2], weights[3], weights[4]) = (-4, 3, 2, 0.5f);
        GramRow[] rows = [new GramRow(0, 1, [1, 2, 3, 4], [2, 2, 2, 6]), new GramRow(1, 1, [4], [3])];

        // 15 occurrences: six are two fifths. Of twelve these six are more than 4.8.
        Loudness.Limit(new NGramTable(weights, 50), rows).Loud.Should().Be(2);
        Loudness.Limit(new NGramTable(weights, 50), [new GramRow(0, 1, [1, 2, 3, 4], [2, 2, 2, 6])]).Loud.Should().Be(3);
    }

    [Fact]
    public void Where_one_n_gram_is_more_than_that_nothing_is_loud()
    {
        float[] weights = new float[256];
        weights[1] = 1;

        Loudness.Limit(new NGramTable(weights, 50), [new GramRow(0, 1, [1], [5])]).Loud.Should().Be(float.MaxValue);
    }

    [Fact]
    public void A_learnt_model_has_its_limit_and_its_weights_are_those_that_were_learnt()
    {
        var table = Composed.Model.Classifier.Parts.Text;

        table.Loud.Should().BeInRange(1e-6f, 1e6f);
        table.Weights.ToArray().Should().Contain(weight => weight >= table.Loud).And.Contain(weight => weight > 0 && weight < table.Loud);
    }
}
