namespace GroomingSignals.Tracking;

/// <summary>
/// Exponential decay in whole numbers: equal on every machine. The table holds 2^30 × 2^(−k/64); a time is rounded down to 1/64 of a half-life.
/// </summary>
internal static class Decay
{
    private const int Steps = 64;

    /// <summary>round(2^30 × 2^(−k/64)), k from 0 to 63, halves to even.</summary>
    private static readonly int[] Table =
    [
        1073741824, 1062175491, 1050733751, 1039415261, 1028218693, 1017142735, 1006186087, 995347464,
        984625594, 974019220, 963527098, 953147997, 942880699, 932724001, 922676710, 912737649,
        902905651, 893179563, 883558244, 874040567, 864625413, 855311680, 846098274, 836984114,
        827968132, 819049271, 810226483, 801498734, 792865000, 784324269, 775875538, 767517817,
        759250125, 751071493, 742980960, 734977579, 727060411, 719228525, 711481005, 703816941,
        696235434, 688735596, 681316545, 673977412, 666717336, 659535466, 652430958, 645402981,
        638450708, 631573326, 624770026, 618040012, 611382493, 604796689, 598281827, 591837143,
        585461881, 579155293, 572916640, 566745190, 560640218, 554601009, 548626854, 542717053,
    ];

    /// <summary>What is left of an amount, rounded down.</summary>
    /// <param name="amount">The amount, at least 0.</param>
    /// <param name="milliseconds">How long ago; negative counts as 0.</param>
    /// <param name="halfLifeSeconds">The half-life; null when nothing decays.</param>
    public static int Left(int amount, long milliseconds, long? halfLifeSeconds)
    {
        if (halfLifeSeconds is not { } halfLife || milliseconds <= 0 || amount == 0)
        {
            return amount;
        }

        Int128 steps = (Int128)milliseconds * Steps / ((Int128)halfLife * 1000);
        if (steps >= 31 * Steps)
        {
            return 0;
        }

        int whole = (int)(steps / Steps);
        return (int)(((long)amount * Table[(int)(steps % Steps)]) >> (30 + whole));
    }
}
