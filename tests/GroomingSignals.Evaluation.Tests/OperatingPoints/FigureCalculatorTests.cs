using CsCheck;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.OperatingPoints.Figures;

namespace GroomingSignals.Evaluation.Tests.OperatingPoints;

public sealed class FigureCalculatorTests
{
    private static readonly FigureCalculator Calculator = new(Drawn.Platform);

    [Fact]
    public void A_worked_example_comes_out_as_by_hand()
    {
        // 8 of 10 cases and 2 of 100 negatives; 1,000 conversations a day, 1 in 100 grooming; one reviewer, 4 hours, 6 minutes a case: 40 cases a day.
        OperatingFigures figures = Calculator.Of(new Confusion(8, 2, 98, 2), [3, 5, 5, 7, 9, 11, 20, 40]);
        figures.Recall.Value.Should().Be(0.8);
        figures.FalsePositiveRate.Value.Should().Be(0.02);

        // 0.01 * 0.8 = 0.008 and 0.99 * 0.02 = 0.0198: together 0.0278.
        figures.CasesPerDay.Value.Should().BeApproximately(27.8, 1e-9);
        figures.TrueCasesPerDay.Value.Should().BeApproximately(8, 1e-9);
        figures.Precision.Value.Should().BeApproximately(0.008 / 0.0278, 1e-12);
        figures.CapacityShare.Value.Should().BeApproximately(27.8 / 40, 1e-12);
        figures.MessagesToAlert.Value.Should().Be(8);
        figures.MessagesToAlert.Interval.Should().Be(new Interval(3, 40));
    }

    [Fact]
    public void The_interval_of_what_follows_from_both_rates_has_the_ends_of_both()
    {
        OperatingFigures figures = Calculator.Of(new Confusion(8, 2, 98, 2), []);
        Interval recall = ClopperPearson.Of(8, 10, 0.0125)!;
        Interval wrong = ClopperPearson.Of(2, 100, 0.0125)!;
        figures.CasesPerDay.Interval!.Lower.Should().BeApproximately(1000 * ((0.01 * recall.Lower) + (0.99 * wrong.Lower)), 1e-9);
        figures.CasesPerDay.Interval!.Upper.Should().BeApproximately(1000 * ((0.01 * recall.Upper) + (0.99 * wrong.Upper)), 1e-9);
        figures.Precision.Interval!.Lower.Should().BeApproximately(0.01 * recall.Lower / ((0.01 * recall.Lower) + (0.99 * wrong.Upper)), 1e-12);
        figures.Precision.Interval!.Upper.Should().BeApproximately(0.01 * recall.Upper / ((0.01 * recall.Upper) + (0.99 * wrong.Lower)), 1e-12);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 0)]
    [InlineData(0, 500)]
    [InlineData(20, 500)]
    public void No_interval_is_a_point_at_none_and_all(long found, long wrong)
    {
        OperatingFigures figures = Calculator.Of(new Confusion(found, wrong, 500 - wrong, 20 - found), []);
        foreach (Ranged figure in (Ranged[])[figures.Recall, figures.FalsePositiveRate, figures.Precision, figures.CasesPerDay, figures.TrueCasesPerDay, figures.CapacityShare])
        {
            figure.Interval!.Upper.Should().BeGreaterThan(figure.Interval.Lower);
        }
    }

    [Fact]
    public void Without_a_class_what_needs_it_is_undefined()
    {
        OperatingFigures figures = Calculator.Of(new Confusion(0, 3, 7, 0), []);
        figures.Recall.Should().Be(Ranged.Undefined);
        figures.Precision.Should().Be(Ranged.Undefined);
        figures.FalsePositiveRate.Value.Should().Be(0.3);
    }

    [Fact]
    public void Every_interval_holds_its_figure() => Gen.Select(Gen.Long[1, 60], Gen.Long[1, 400], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((positives, negatives, r, f) =>
    {
        long found = (long)Math.Round(positives * r);
        long wrong = (long)Math.Round(negatives * f);
        OperatingFigures figures = Calculator.Of(new Confusion(found, wrong, negatives - wrong, positives - found), []);
        foreach (Ranged figure in (Ranged[])[figures.Recall, figures.FalsePositiveRate, figures.Precision, figures.CasesPerDay, figures.CapacityShare])
        {
            if (figure.Value is { } value)
            {
                value.Should().BeInRange(figure.Interval!.Lower - 1e-9, figure.Interval.Upper + 1e-9);
            }
        }
    }, iter: 300);

    // The ranks of Conover 1999, table A3, in words: of 10 the 2nd and the 9th, of 20 the 6th and the 15th.
    [Theory]
    [InlineData(6, 0)]
    [InlineData(9, 1)]
    [InlineData(10, 1)]
    [InlineData(20, 5)]
    [InlineData(100, 39)]
    public void The_median_has_the_order_statistics_of_the_tables(int count, int left) => MedianInterval.Rank(count).Should().Be(left);

    [Fact]
    public void Five_numbers_have_a_median_and_no_interval() => MedianInterval.Of([9, 1, 5, 3, 7]).Should().Be(new Ranged(5, null));

    [Fact]
    public void A_change_of_nothing_has_a_width_still()
    {
        Ranged change = PairedChange.Of(0, 0, 1000);
        change.Value.Should().Be(0);
        change.Interval!.Lower.Should().BeNegative().And.Be(-change.Interval.Upper);
        PairedChange.Of(12, 4, 1000).Value.Should().Be(0.008);
    }
}
