using GroomingSignals.Data.Scores;
using GroomingSignals.Evaluation.Comparison;

namespace GroomingSignals.Evaluation.Tests.Comparison;

public sealed class ScoreComparisonTests
{
    private static readonly ScoreRow[] Good = [.. Enumerable.Range(0, 200).Select(i => new ScoreRow($"c{i}", i % 5, i % 4 == 0, (i % 4 == 0 ? 1 : 0) + (i * 37 % 100 / 90.0), null))];
    private static readonly ScoreRow[] Poor = [.. Good.Select((r, i) => r with { Score = i * 53 % 97 })];

    [Fact]
    public void The_better_one_is_better_in_nearly_all_resamples_and_the_difference_turns_with_the_sides()
    {
        ScoreComparison forth = ScoreComparison.Of("good", Good, "poor", Poor, cancellationToken: TestContext.Current.CancellationToken);
        ScoreComparison back = ScoreComparison.Of("poor", Poor, "good", Good, cancellationToken: TestContext.Current.CancellationToken);
        MetricComparison precision = forth.Metrics.Single(m => m.Metric == "average-precision");
        precision.ShareABetter.Should().BeGreaterThan(0.99);
        precision.Interval!.Lower.Should().BeGreaterThan(0);
        back.Metrics.Single(m => m.Metric == "average-precision").Difference.Should().Be(-precision.Difference);
        MetricComparison rate = forth.Metrics.Single(m => m.Metric == "false-positive-rate");
        rate.Difference.Should().BeNegative();
        rate.ShareABetter.Should().BeGreaterThan(0.9, "a lower rate of false alerts is better");
        forth.Metrics.Single(m => m.Metric == "f-latency").Difference.Should().BeNull("scores alone do not tell when");
    }

    [Fact]
    public void The_same_scores_differ_in_nothing()
    {
        ScoreComparison same = ScoreComparison.Of("a", Good, "b", [.. Good.Reverse()], cancellationToken: TestContext.Current.CancellationToken);
        same.Metrics.Where(m => m.Difference is not null).Should().NotBeEmpty().And.OnlyContain(m => m.Difference == 0 && m.ShareABetter == 0.5 && m.Interval!.Lower == 0 && m.Interval.Upper == 0);
    }

    [Fact]
    public void What_is_missing_or_differs_is_named()
    {
        ScoreRow[] other = [.. Good.Skip(1).Append(new ScoreRow("new", 0, true, 1, null))];
        other[0] = other[0] with { Label = !other[0].Label };
        other[1] = other[1] with { Fold = 9 };
        other[2] = other[2] with { Label = null };
        ScoreComparison comparison = ScoreComparison.Of("a", Good, "b", other, cancellationToken: TestContext.Current.CancellationToken);
        comparison.OnlyInA.Should().Equal("c0");
        comparison.OnlyInB.Should().Equal("new");
        comparison.DifferentLabels.Should().Equal("c1", "c3");
        comparison.DifferentFolds.Should().Equal("c2");
        (comparison.Positives + comparison.Negatives).Should().Be(197);
    }

    [Fact]
    public void Scores_without_folds_differ_in_none()
    {
        ScoreComparison comparison = ScoreComparison.Of("a", Good, "b", [.. Poor.Select(r => r with { Fold = null })], cancellationToken: TestContext.Current.CancellationToken);
        (comparison.HasFoldsA, comparison.HasFoldsB).Should().Be((true, false));
        comparison.DifferentFolds.Should().BeEmpty();
        ScoreComparison partly = ScoreComparison.Of("a", Good, "b", [.. Poor.Select((r, i) => i == 3 ? r with { Fold = null } : r)], cancellationToken: TestContext.Current.CancellationToken);
        partly.DifferentFolds.Should().Equal("c3");
    }

    [Fact]
    public void Thresholds_of_scores_without_folds_are_chosen_on_those_of_the_other_or_on_five()
    {
        ScoreRow[] foldless = [.. Good.Select(r => r with { Fold = null })];
        double? F1(ScoreRow[] a, ScoreRow[] b, Func<MetricComparison, double?> side) =>
            side(ScoreComparison.Of("a", a, "b", b, cancellationToken: TestContext.Current.CancellationToken).Metrics.Single(m => m.Metric == "f1"));

        F1(Good, foldless, m => m.B).Should().NotBeNull().And.Be(F1(Good, foldless, m => m.A));
        F1(foldless, Good, m => m.A).Should().Be(F1(Good, Good, m => m.A));

        // Of each class every fifth, in the order of the ids.
        var places = new Dictionary<bool, int> { [true] = 0, [false] = 0 };
        ScoreRow[] five = [.. Good.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => r with { Fold = places[r.Label is true]++ % 5 })];
        F1(foldless, foldless, m => m.A).Should().NotBeNull().And.Be(F1(five, five, m => m.A));
    }

    [Fact]
    public void Nothing_in_common_is_no_figure()
    {
        ScoreComparison comparison = ScoreComparison.Of("a", Good, "b", [], cancellationToken: TestContext.Current.CancellationToken);
        comparison.Metrics.Should().OnlyContain(m => m.Difference == null && m.ShareABetter == null);
        comparison.OnlyInA.Should().HaveCount(200);
    }

    [Fact]
    public void An_id_that_stands_twice_is_refused() =>
        FluentActions.Invoking(() => ScoreComparison.Of("a", [Good[0], Good[0]], "b", Poor)).Should().Throw<ArgumentException>().WithMessage("The id 'c0' stands twice*");
}
