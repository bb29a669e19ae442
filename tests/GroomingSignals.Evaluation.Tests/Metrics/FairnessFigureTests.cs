using CsCheck;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.Tests.Metrics;

public sealed class FairnessFigureTests
{
    [Fact]
    public void The_gap_is_the_largest_difference_between_groups_that_have_the_rate()
    {
        FairnessFigure figure = new("language", [new("de", new(8, 1, 9, 2)), new("en", new(5, 3, 7, 5)), new("fr", new(0, 0, 4, 0))]);
        figure.FalsePositiveRateGap.Should().BeApproximately(0.3, 1e-12);
        figure.FalseNegativeRateGap.Should().BeApproximately(0.3, 1e-12, "fr has no cases");
    }

    [Fact]
    public void One_group_has_no_gap() =>
        new FairnessFigure("language", [new("de", new(8, 1, 9, 2))]).FalsePositiveRateGap.Should().BeNull();

    [Fact]
    public void A_gap_under_weights_is_that_of_rows_that_stand_there_so_often() =>
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Bool, Gen.Int[0, 3]).Array[1, 30].Sample(rows =>
        {
            double[] gaps = new double[2];
            new GroupGaps([.. rows.Select(r => r.Item1)], 3, [.. rows.Select(r => r.Item2)], [.. rows.Select(r => r.Item3)]).Write([.. rows.Select(r => r.Item4)], gaps);
            var repeated = rows.SelectMany(r => Enumerable.Repeat(r, r.Item4)).ToList();
            FairnessFigure expected = new("x", [.. repeated.GroupBy(r => r.Item1).Select(g => new FairnessGroup(
                "g", Confusion.At([.. g.Select(r => r.Item3 ? 1.0 : 0)], [.. g.Select(r => r.Item2)], 1)))]);
            (double.IsNaN(gaps[0]) ? -1 : gaps[0]).Should().BeApproximately(expected.FalsePositiveRateGap ?? -1, 1e-12);
            (double.IsNaN(gaps[1]) ? -1 : gaps[1]).Should().BeApproximately(expected.FalseNegativeRateGap ?? -1, 1e-12);
        });
}
