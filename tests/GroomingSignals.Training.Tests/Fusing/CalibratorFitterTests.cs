using GroomingSignals.Training.Fusing;

namespace GroomingSignals.Training.Tests.Fusing;

public sealed class CalibratorFitterTests
{
    [Fact]
    public void Few_positives_give_a_curve_and_many_give_a_line()
    {
        bool[] many = [.. Enumerable.Range(0, 2_000).Select(i => i >= 1_000)];

        double[] rising = [.. Enumerable.Range(0, 2_000).Select(i => (double)i)];

        CalibratorFitter.Fit(Cases(rising, many), 1_000).Name.Should().Be("isotonic");
        CalibratorFitter.Fit([.. Cases(rising, many), .. Cases(rising, many)], 999).Name.Should().Be("platt", "a conversation that counts twice is one");
    }

    [Fact]
    public void Scores_that_are_log_odds_come_out_as_they_are()
    {
        // For each score s of -2..2 a thousand conversations, logistic(s) of them positive.
        var scores = new List<double>();
        var labels = new List<bool>();
        for (int s = -2; s <= 2; s++)
        {
            int positives = (int)Math.Round(1_000 / (1 + Math.Exp(-s)));
            scores.AddRange(Enumerable.Repeat((double)s, 1_000));
            labels.AddRange(Enumerable.Range(0, 1_000).Select(i => i < positives));
        }

        var platt = CalibratorFitter.Platt(Cases(scores, labels));

        platt.Slope.Should().BeApproximately(1, 0.01);
        platt.Intercept.Should().BeApproximately(0, 0.01);
    }

    [Fact]
    public void A_score_that_orders_backwards_gives_the_share_of_positives_for_all()
    {
        var platt = CalibratorFitter.Platt(Cases([1, 1, -1, -1], [false, false, true, false]));

        platt.Slope.Should().Be(0);
        platt.Probability(5).Should().BeApproximately(2.0 / 6, 1e-9, "one case more of each class is counted");
    }

    [Fact]
    public void Adjacent_violators_are_pooled()
    {
        // Worked by hand: 0 | 1 0 | 1 1 pools to shares 0, 1/2, 1, each drawn in by half a case of each kind: 0.5/2, 1.5/3, 2.5/3.
        var line = CalibratorFitter.Isotonic(Cases([1, 2, 3, 4, 5], [false, true, false, true, true]));

        line.Fault().Should().BeNull();
        line.Scores.Should().Equal(1, 2, 3, 4, 5);
        line.Probabilities.Should().Equal(0.25, 0.5, 0.5, 2.5 / 3, 2.5 / 3);
        line.Probability(2.5).Should().Be(0.5, "a pool is level");
        line.Probability(1.5).Should().Be(0.375, "between pools the line rises");
    }

    [Fact]
    public void Scores_that_are_the_same_get_one_probability()
    {
        var line = CalibratorFitter.Isotonic(Cases([1, 1, 1, 2, 2], [false, true, true, true, false]));

        line.Fault().Should().BeNull();
        line.Scores.Should().Equal(1, 2);
        line.Probabilities.Should().Equal(3.5 / 6, 3.5 / 6);
    }

    [Fact]
    public void Classes_that_stand_apart_are_told_apart_up_to_their_edges()
    {
        // Negatives from -6 to -3, positives from 4 to 9: a line from the middle of one to the middle of the other would give -3 a quarter.
        double[] scores = [.. Enumerable.Range(0, 1_000).Select(i => -6 + (i * 0.003)), .. Enumerable.Range(0, 1_000).Select(i => 4 + (i * 0.005))];
        var line = CalibratorFitter.Isotonic(Cases(scores, [.. Enumerable.Range(0, 2_000).Select(i => i >= 1_000)]));

        line.Probability(-3.1).Should().BeLessThan(0.001);
        line.Probability(4.1).Should().BeGreaterThan(0.999);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(2_000)]
    public void Where_no_rule_knows_a_word_the_probability_still_holds(int conversations)
    {
        // Rules lift every case to 6 and more; without them cases lie about 0, far above negatives all the same.
        double[] heard = [.. Enumerable.Range(0, conversations).Select(i => (i % 2 == 1 ? 6 : -6) + (i % 7 * 0.2))];
        double[] unheard = [.. Enumerable.Range(0, conversations).Select(i => (i % 2 == 1 ? 0 : -6) + (i % 7 * 0.2))];
        bool[] labels = [.. Enumerable.Range(0, conversations).Select(i => i % 2 == 1)];

        var calibrator = CalibratorFitter.Fit(CalibrationCase.Of(heard, unheard, labels, []), conversations / 2);

        calibrator.Probability(0.6).Should().BeGreaterThan(0.97);
        calibrator.Probability(-5.4).Should().BeLessThan(0.03);
        CalibratorFitter.Fit(CalibrationCase.Of(heard, heard, labels, []), conversations / 2).Probability(0).Should().BeLessThan(0.8, "the test must be able to fail");
    }

    [Fact]
    public void A_line_from_noise_is_sound_and_never_certain()
    {
        var random = new Random(3);
        double[] scores = [.. Enumerable.Range(0, 5_000).Select(_ => random.NextDouble() * 8 - 4)];
        var line = CalibratorFitter.Isotonic(Cases(scores, [.. scores.Select(s => random.NextDouble() < 1 / (1 + Math.Exp(-s)))]));

        line.Fault().Should().BeNull();
        line.Probabilities.Should().OnlyContain(p => p > 0 && p < 1);
        line.Probability(0).Should().BeApproximately(0.5, 0.1);
        line.Probability(3).Should().BeApproximately(0.953, 0.05);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(2_000)]
    public void Beside_a_gap_the_probability_holds_for_ordinary_talk_that_is_less_known(int conversations)
    {
        // Ordinary talk lies at -6, at -2 when less of it is known; cases at 3, at 4 then. In between there is nobody.
        double[] seen = [.. Enumerable.Range(0, conversations).Select(i => (i % 2 == 1 ? 3 : -6) + (i % 7 * 0.1))];
        bool[] labels = [.. Enumerable.Range(0, conversations).Select(i => i % 2 == 1)];
        var supposed = labels.Select((label, i) => ((label ? 4 : -2) + (i % 7 * 0.1), label));

        var calibrator = CalibratorFitter.Fit(CalibrationCase.Of(seen, seen, labels, supposed), conversations / 2);

        calibrator.Probability(-1.5).Should().BeLessThan(0.05);
        calibrator.Probability(3.3).Should().BeGreaterThan(0.97);
        CalibratorFitter.Fit(CalibrationCase.Of(seen, seen, labels, []), conversations / 2).Probability(-1.5).Should().BeGreaterThan(0.3, "the test must be able to fail");
    }

    [Fact]
    public void Where_many_conversations_tell_suppositions_hardly_count()
    {
        // As many of each class lie about 0, and all that is supposed to lie there is negative.
        double[] seen = [.. Enumerable.Range(0, 1_000).Select(i => (i % 5 - 2) * 0.1)];
        bool[] labels = [.. Enumerable.Range(0, 1_000).Select(i => i % 2 == 1)];

        var cases = CalibrationCase.Of(seen, seen, labels, seen.Select(score => (score, false)));

        CalibratorFitter.Platt(cases).Probability(0).Should().BeApproximately(0.5, 0.01);
        CalibratorFitter.Platt([.. cases.Select(one => one with { Count = 1 })]).Probability(0).Should().BeApproximately(1.0 / 3, 0.01, "the test must be able to fail");
    }

    [Fact]
    public void A_supposition_counts_less_the_more_conversations_lie_near()
    {
        double[] seen = [-5, 0.5, 1, 1.5, 1.5, 1.5, 9];

        var cases = CalibrationCase.Of(seen, seen, new bool[seen.Length], [(-2, true), (5, false), (0, true), (1, true)]);

        cases.Take(14).Should().OnlyContain(one => one.Count == 1);
        cases.Skip(14).Select(one => one.Count).Should().Equal(1, 1, 3.0 / 4, 3.0 / 8);
    }

    [Fact]
    public void A_case_that_counts_as_three_is_three_cases()
    {
        double[] scores = [-2, -1, -0.5, 0, 0.3, 1, 2, 2.5];
        bool[] labels = [false, false, true, false, true, false, true, true];
        CalibrationCase[] once = [.. Cases(scores, labels).Select((one, i) => one with { Count = i % 3 + 1 })];
        CalibrationCase[] each = [.. once.SelectMany(one => Enumerable.Repeat(one with { Count = 1 }, (int)one.Count))];

        CalibratorFitter.Platt(once).Slope.Should().BeApproximately(CalibratorFitter.Platt(each).Slope, 1e-6);
        CalibratorFitter.Platt(once).Intercept.Should().BeApproximately(CalibratorFitter.Platt(each).Intercept, 1e-6);
        CalibratorFitter.Isotonic(once).Scores.Should().Equal(CalibratorFitter.Isotonic(each).Scores);
        CalibratorFitter.Isotonic(once).Probabilities.Should().Equal(CalibratorFitter.Isotonic(each).Probabilities);
    }

    private static CalibrationCase[] Cases(IEnumerable<double> scores, IEnumerable<bool> labels) => [.. scores.Zip(labels, (score, label) => new CalibrationCase(score, label))];
}
