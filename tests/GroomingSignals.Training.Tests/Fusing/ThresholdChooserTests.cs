using GroomingSignals.Training.Fusing;

namespace GroomingSignals.Training.Tests.Fusing;

public sealed class ThresholdChooserTests
{
    [Fact]
    public void A_share_that_the_data_shows_is_read_off_it()
    {
        double[] negatives = [.. Enumerable.Range(0, 10_000).Select(i => 10_000.0 - i)];

        double threshold = ThresholdChooser.Threshold(negatives, 0.001);

        negatives.Count(score => score >= threshold).Should().Be(10);
    }

    [Fact]
    public void A_share_that_the_data_cannot_show_lies_beyond_its_highest_scores()
    {
        // 200 scores with an exponential tail of mean 1, for which the true threshold of 0.001 is log(1000).
        double[] negatives = [.. Enumerable.Range(0, 200).Select(i => -Math.Log((i + 0.5) / 200))];

        double threshold = ThresholdChooser.Threshold(negatives, 0.001);

        threshold.Should().BeInRange(Math.Log(1_000), 2 * Math.Log(1_000), "rather too high than too low");
    }

    [Fact]
    public void Where_the_classes_stand_apart_the_thresholds_stand_on_the_side_of_the_cases()
    {
        double[] scores = [.. Enumerable.Range(0, 1_000).Select(i => -6 + (i / 1_000.0)), .. Enumerable.Range(0, 100).Select(i => 3 + (i / 100.0))];

        var chosen = ThresholdChooser.Choose(scores, [.. scores.Select(score => score > 0)]);

        Reached(chosen.Low).Should().Be(98);
        Reached(chosen.Review).Should().Be(95);
        Reached(chosen.Urgent).Should().Be(80);

        int Reached(double risk) => scores.Count(score => 1 / (1 + Math.Exp(-score)) >= risk - 1e-12);
    }

    [Fact]
    public void Thresholds_do_not_fall_and_lie_between_0_and_1()
    {
        double[] scores = [.. Enumerable.Range(0, 500).Select(i => (i * 7919 % 500 / 25.0) - 10)];
        foreach (int few in new[] { 12, 60, 499 })
        {
            var chosen = ThresholdChooser.Choose(scores, [.. scores.Select((_, i) => i >= few)]);

            chosen.IsSound().Should().BeTrue();
        }
    }

    [Fact]
    public void Scores_that_are_all_the_same_give_thresholds() =>
        ThresholdChooser.Choose([.. Enumerable.Repeat(-3.0, 20)], [.. Enumerable.Range(0, 20).Select(i => i < 10)]).IsSound().Should().BeTrue();
}
