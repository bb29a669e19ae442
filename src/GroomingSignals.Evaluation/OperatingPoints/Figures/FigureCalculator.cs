using System.Collections.Concurrent;
using GroomingSignals.Evaluation.Metrics;

namespace GroomingSignals.Evaluation.OperatingPoints.Figures;

/// <summary>
/// From counts to figures with intervals. Recall and false-positive rate have exact 95 % intervals (Clopper and Pearson 1934), which have a width at 0
/// and 1 too. What comes from both rates (precision, cases a day, capacity) is monotone in each, so that its ends are those of the two rates' exact
/// intervals at 97.5 % each: both hold together in at least 95 % of samples (Bonferroni; Dunn 1961). Wider than need be, never too narrow.
/// Thread-safe; intervals that were computed once are kept.
/// </summary>
internal sealed class FigureCalculator(PlatformAssumptions platform)
{
    private const double OneTail = 0.025;
    private const double BothTail = 0.0125;

    private readonly ConcurrentDictionary<(long Hits, long All, bool Both), Interval?> _intervals = new();

    public PlatformAssumptions Platform => platform;

    /// <summary>A share with its exact interval at 95 %.</summary>
    public Ranged Share(long hits, long all) => all == 0 ? Ranged.Undefined : new Ranged((double)hits / all, Exact(hits, all, both: false));

    /// <summary>The figures of counts.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="messages">For each case that was found, after how many messages.</param>
    public OperatingFigures Of(Confusion counts, int[] messages)
    {
        long positives = counts.TruePositives + counts.FalseNegatives;
        long negatives = counts.FalsePositives + counts.TrueNegatives;
        double pi = platform.Prevalence;
        var recall = Both(counts.TruePositives, positives);
        var wrong = Both(counts.FalsePositives, negatives);
        return new OperatingFigures
        {
            Counts = counts,
            Recall = Share(counts.TruePositives, positives),
            FalsePositiveRate = Share(counts.FalsePositives, negatives),
            Precision = From(recall, wrong, (r, f) => r + f == 0 ? double.NaN : pi * r / ((pi * r) + ((1 - pi) * f)), falling: true),
            CasesPerDay = From(recall, wrong, (r, f) => platform.Volume * ((pi * r) + ((1 - pi) * f)), falling: false),
            TrueCasesPerDay = Scaled(Share(counts.TruePositives, positives), platform.Volume * pi),
            CapacityShare = From(recall, wrong, (r, f) => platform.Volume * ((pi * r) + ((1 - pi) * f)) / platform.Capacity, falling: false),
            MessagesToAlert = MedianInterval.Of(messages),
        };
    }

    private Ranged Both(long hits, long all) => all == 0 ? Ranged.Undefined : new Ranged((double)hits / all, Exact(hits, all, both: true));

    private static Ranged From(Ranged recall, Ranged wrong, Func<double, double, double> figure, bool falling)
    {
        if (recall.Interval is not { } r || wrong.Interval is not { } f)
        {
            return Ranged.Undefined;
        }

        double value = figure(recall.Value!.Value, wrong.Value!.Value);
        (double least, double most) = falling ? (f.Upper, f.Lower) : (f.Lower, f.Upper);
        double upper = figure(r.Upper, most);
        return new Ranged(double.IsNaN(value) ? null : value, new Interval(figure(r.Lower, least), double.IsNaN(upper) ? 1 : upper));
    }

    private static Ranged Scaled(Ranged share, double by) =>
        new(share.Value * by, share.Interval is { } interval ? new Interval(interval.Lower * by, interval.Upper * by) : null);

    private Interval? Exact(long hits, long all, bool both) =>
        _intervals.GetOrAdd((hits, all, both), static key => ClopperPearson.Of(key.Hits, key.All, key.Both ? BothTail : OneTail));
}
