using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.OperatingPoints.Figures;

/// <summary>
/// The change of a share when the same conversations are looked at twice: those that entered less those that left. Each of these two shares has its exact
/// interval at 97.5 %, so that both hold together in at least 95 % of samples (Bonferroni), and with them the ends of the difference: also where nothing
/// entered or nothing left the change has a width.
/// </summary>
internal static class PairedChange
{
    private const double BothTail = 0.0125;

    /// <summary>The change in the share of conversations.</summary>
    /// <param name="entered">How many entered.</param>
    /// <param name="left">How many left.</param>
    /// <param name="all">Of how many.</param>
    public static Ranged Of(long entered, long left, long all) =>
        ClopperPearson.Of(entered, all, BothTail) is { } came && ClopperPearson.Of(left, all, BothTail) is { } went
            ? new Ranged((double)(entered - left) / all, new Interval(came.Lower - went.Upper, came.Upper - went.Lower))
            : Ranged.Undefined;
}
