using GroomingSignals.Training.Fusing;

namespace GroomingSignals.Training.Tests.Fusing;

public sealed class FusionLearnerTests
{
    private static readonly bool[] Labels = [.. Enumerable.Range(0, 200).Select(i => i % 4 == 0)];

    [Fact]
    public void A_voice_that_knows_gets_a_weight_and_one_that_is_wrong_gets_none()
    {
        Voices[] rows = [.. Labels.Select((label, i) => new Voices(Noise(i), (label ? 1 : -1) + Noise(i + 7), (label ? -1 : 1) + Noise(i + 13)))];

        var fusion = FusionLearner.Learn(rows, Labels, [true, true, true]);

        fusion.Text.Should().BePositive();
        fusion.Forest.Should().Be(0, "a weight below 0 would let a voice lower the score for what it finds");
        fusion.Rules.Should().BeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void A_voice_that_is_absent_or_always_says_the_same_gets_no_weight()
    {
        Voices[] rows = [.. Labels.Select((label, i) => new Voices(5, (label ? 1 : -1) + Noise(i), label ? 1 : -1))];

        var fusion = FusionLearner.Learn(rows, Labels, [true, true, false]);

        fusion.Rules.Should().Be(0);
        fusion.Forest.Should().Be(0);
        fusion.Text.Should().BePositive();
    }

    [Fact]
    public void Without_anything_said_the_bias_is_the_log_odds_of_the_data()
    {
        var fusion = FusionLearner.Learn([.. Labels.Select(_ => default(Voices))], Labels, [true, true, true]);

        fusion.Bias.Should().BeApproximately(Math.Log(50.0 / 150), 1e-9);
    }

    [Fact]
    public void Few_positives_hold_the_weight_down()
    {
        double Weight(int count)
        {
            bool[] labels = [.. Enumerable.Range(0, count).Select(i => i % 4 == 0)];
            return FusionLearner.Learn([.. labels.Select(label => new Voices(0, label ? 1 : -1, 0))], labels, [true, true, true]).Text;
        }

        Weight(40).Should().BeLessThan(Weight(4_000), "both separate the classes, but forty conversations prove less");
    }

    private static double Noise(int i) => ((i * 7919) % 101 / 50.0) - 1;
}
