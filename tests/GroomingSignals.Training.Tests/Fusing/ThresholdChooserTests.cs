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

        var chosen = ThresholdChooser.Choose(scores, scores, [.. scores.Select(score => score > 0)]);

        Reached(scores, chosen.Low).Should().Be(98);
        Reached(scores, chosen.Review).Should().Be(95);
        Reached(scores, chosen.Urgent).Should().Be(80);
    }

    [Fact]
    public void Half_of_the_cases_of_which_no_rule_knows_a_word_still_reach_review()
    {
        double[] heard = [.. Enumerable.Range(0, 1_000).Select(i => -6 + (i / 1_000.0)), .. Enumerable.Range(0, 100).Select(i => 5 + (i / 100.0))];
        double[] unheard = [.. heard[..1_000], .. Enumerable.Range(0, 100).Select(i => i / 100.0)];

        var chosen = ThresholdChooser.Choose(heard, unheard, [.. heard.Select(score => score > 0)]);

        Reached(unheard, chosen.Low).Should().Be(80);
        Reached(unheard, chosen.Review).Should().Be(50);
        Reached(heard, chosen.Review).Should().Be(100);
        Reached(heard, chosen.Urgent).Should().Be(80, "nothing is urgent that no rule knows");
        Reached(unheard, chosen.Urgent).Should().Be(0);
    }

    [Fact]
    public void The_shares_of_ordinary_conversations_hold_whatever_the_cases_need()
    {
        double[] heard = [.. Enumerable.Range(0, 10_000).Select(i => i / 1_000.0), .. Enumerable.Range(0, 100).Select(i => 11 + (i / 100.0))];
        double[] unheard = [.. heard[..10_000], .. Enumerable.Repeat(2.0, 100)];

        var chosen = ThresholdChooser.Choose(heard, unheard, [.. heard.Select(score => score >= 11)]);

        Reached(heard[..10_000], chosen.Low).Should().Be(500);
        Reached(heard[..10_000], chosen.Review).Should().Be(100);
    }

    [Fact]
    public void Thresholds_do_not_fall_and_lie_between_0_and_1()
    {
        double[] scores = [.. Enumerable.Range(0, 500).Select(i => (i * 7919 % 500 / 25.0) - 10)];
        foreach (int few in new[] { 12, 60, 499 })
        {
            var chosen = ThresholdChooser.Choose(scores, scores, [.. scores.Select((_, i) => i >= few)]);

            chosen.IsSound().Should().BeTrue();
        }
    }

    [Fact]
    public void A_tail_that_is_drawn_out_does_not_end_below_what_the_data_shows()
    {
        // One in a hundred is read off the data and lies at 5; one in a thousand is drawn out from the hundred highest, most of which lie about 0.
        double[] scores = [.. Enumerable.Range(0, 1_000).Select(i => i < 12 ? 5 : -i / 1_000.0), -3];

        ThresholdChooser.Threshold([.. scores[..1_000].OrderDescending()], 0.001).Should().BeLessThan(5, "the test must be able to fail");
        var chosen = ThresholdChooser.Choose(scores, scores, [.. scores.Select((_, i) => i == 1_000)]);

        chosen.Review.Should().BeApproximately(1 / (1 + Math.Exp(-5)), 1e-9);
        chosen.Urgent.Should().Be(chosen.Review);
    }

    [Fact]
    public void Scores_that_are_all_the_same_give_thresholds() =>
        ThresholdChooser.Choose([.. Enumerable.Repeat(-3.0, 20)], [.. Enumerable.Repeat(-3.0, 20)], [.. Enumerable.Range(0, 20).Select(i => i < 10)]).IsSound().Should().BeTrue();

    private static int Reached(double[] scores, double risk) => scores.Count(score => 1 / (1 + Math.Exp(-score)) >= risk - 1e-12);
}
