using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.Tests.OperatingPoints;

/// <summary>
/// The planner against a platform of which the truth is known: scores of cases are normal round 2, of negatives round -2, both with deviation 1. A run
/// draws a labelled sample, plans on it, and then lets thirty days of two million conversations pass.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Runs = 200;
    private const int Positives = 120;
    private const int Negatives = 2_000;
    private const double Volume = 2e6;
    private const int Days = 30;

    private static readonly Gate Gate = Gate.Of(Track.AdultToMinor, false);

    [Theory]
    [InlineData(1e-2, 300_000)]
    [InlineData(1e-3, 300_000)]
    [InlineData(1e-4, 300_000)]
    [InlineData(1e-2, 1_100_000)]
    [InlineData(1e-3, 1_100_000)]
    [InlineData(1e-4, 1_100_000)]
    public void Expected_precision_and_cases_a_day_hold_the_simulated_ones_in_95_percent_of_runs(double prevalence, int threshold)
    {
        (int precision, int cases, int both) = Covered(prevalence, threshold, shrunk: 1);
        output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"prevalence {prevalence}, threshold {threshold}: precision {precision}, cases a day {cases}, both {both} of {Runs} runs"));
        precision.Should().BeGreaterThanOrEqualTo(Runs * 95 / 100);
        cases.Should().BeGreaterThanOrEqualTo(Runs * 95 / 100);
        both.Should().BeGreaterThanOrEqualTo(Runs * 95 / 100);
    }

    [Fact]
    public void Intervals_of_half_the_width_do_not() =>
        Covered(1e-3, 300_000, shrunk: 0.5).Both.Should().BeLessThan(Runs * 90 / 100);

    private static (int Precision, int Cases, int Both) Covered(double prevalence, int threshold, double shrunk)
    {
        var platform = new PlatformAssumptions { Volume = Volume, Prevalence = prevalence, Reviewers = 6, MinutesPerCase = 4 };
        double recall = 1 - Normal((threshold / 1e6) - 2);
        double wrong = 1 - Normal((threshold / 1e6) + 2);
        (int precision, int cases, int both) = (0, 0, 0);
        for (int run = 0; run < Runs; run++)
        {
            var random = SeededRandom.For(2026, run);
            OperatingFigures figures = new OperatingPlanner(Sample(ref random), platform).Point(Gate, threshold).Figures;
            double found = Passing(ref random, Volume * Days * prevalence, recall);
            double others = Passing(ref random, Volume * Days * (1 - prevalence), wrong);
            bool holdsPrecision = Holds(figures.Precision, found / (found + others), shrunk);
            bool holdsCases = Holds(figures.CasesPerDay, (found + others) / Days, shrunk);
            precision += holdsPrecision ? 1 : 0;
            cases += holdsCases ? 1 : 0;
            both += holdsPrecision && holdsCases ? 1 : 0;
        }

        return (precision, cases, both);
    }

    private static ScoredCorpus Sample(ref SeededRandom random)
    {
        var rows = new ScoredRow[Positives + Negatives];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = Drawn.Scored(i, i < Positives, (int)(1e6 * (Gauss(ref random) + (i < Positives ? 2 : -2))));
        }

        return Drawn.Corpus(rows);
    }

    /// <summary>How many of so many pass, each with the same chance: far above a hundred do and do not, where the binomial is as good as normal.</summary>
    private static double Passing(ref SeededRandom random, double count, double share) =>
        Math.Round((count * share) + (Math.Sqrt(count * share * (1 - share)) * Gauss(ref random)));

    private static bool Holds(Ranged figure, double value, double shrunk)
    {
        Interval interval = figure.Interval!;
        double middle = (interval.Lower + interval.Upper) / 2;
        double half = shrunk * (interval.Upper - interval.Lower) / 2;
        return value >= middle - half && value <= middle + half;
    }

    /// <summary>Box and Muller 1958.</summary>
    private static double Gauss(ref SeededRandom random)
    {
        double u = ((random.Next() >> 11) + 1) * (1.0 / (1ul << 53));
        double v = (random.Next() >> 11) * (1.0 / (1ul << 53));
        return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v);
    }

    /// <summary>The normal distribution by Abramowitz and Stegun 26.2.17, good to 7.5e-8.</summary>
    private static double Normal(double x)
    {
        double t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        double tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return x >= 0 ? 1 - tail : tail;
    }
}
