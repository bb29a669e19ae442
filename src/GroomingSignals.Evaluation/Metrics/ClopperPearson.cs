namespace GroomingSignals.Evaluation.Metrics;

/// <summary>
/// The exact 95 % interval of a proportion (Clopper and Pearson 1934): the rates that would give so many, or so few, in at least 2.5 % of samples.
/// Unlike the bootstrap it has a width where nothing, or everything, was seen: none of 100 is still up to 3.6 %.
/// </summary>
internal static class ClopperPearson
{
    private const double Tail = 0.025;
    private const int Steps = 60;
    private const int MaxTerms = 100_000;

    // Lanczos 1964, g = 7, nine terms: good to about fifteen digits.
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The interval; null when there is nothing to divide by.</summary>
    /// <param name="hits">How many did.</param>
    /// <param name="all">Of how many.</param>
    /// <param name="tail">What is left out at each end: 0.025 for 95 %.</param>
    public static Interval? Of(long hits, long all, double tail = Tail) => all <= 0 ? null : new Interval(
        hits == 0 ? 0 : hits == all ? Math.Pow(tail, 1.0 / all) : Quantile(tail, hits, all - hits + 1),
        hits == all ? 1 : hits == 0 ? 1 - Math.Pow(tail, 1.0 / all) : Quantile(1 - tail, hits + 1, all - hits));

    /// <summary>The quantile of a beta distribution, by halving.</summary>
    private static double Quantile(double share, double a, double b)
    {
        double low = 0;
        double high = 1;
        for (int i = 0; i < Steps; i++)
        {
            double middle = (low + high) / 2;
            if (Distribution(middle, a, b) < share)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    /// <summary>The regularised incomplete beta function: the continued fraction of DLMF 8.17.22 on the side where it is short.</summary>
    private static double Distribution(double x, double a, double b)
    {
        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>The fraction from its beginning on (Lentz 1976).</summary>
    private static double Fraction(double x, double a, double b)
    {
        double c = 1;
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double value = d;
        for (int m = 1; m <= MaxTerms; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-14)
            {
                break;
            }
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    /// <summary>ln gamma(x) for x of at least 1.</summary>
    private static double LogGamma(double x)
    {
        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x - 1 + i);
        }

        double t = x + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
