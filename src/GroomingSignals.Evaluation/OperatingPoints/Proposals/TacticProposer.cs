using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>
/// Proposes thresholds of single tactics, for what they find beyond everything else: the lowest threshold at which what it adds is cases at least as often
/// as what is in the queue already, within the reviewers' day. One that adds no case is left as it is.
/// </summary>
internal sealed class TacticProposer(OperatingPlanner planner, ProposalOptions options)
{
    private static readonly Severity[] Both = [Severity.Review, Severity.Urgent];

    private ScoredCorpus Corpus => planner.Corpus;

    public GateThresholds Propose(GateThresholds thresholds, List<ThresholdProposal> lines)
    {
        foreach (Gate gate in ScoredCorpus.TacticGates)
        {
            foreach (Severity severity in Both)
            {
                (int? proposed, ProposalKind kind, string reason) = One(thresholds, gate, severity);
                thresholds = thresholds.With(gate, severity, proposed);
                int? current = Corpus.Current.At(gate, severity);
                lines.Add(new ThresholdProposal(
                    gate, severity, kind, current, proposed, reason, proposed is { } micros ? planner.Point(gate, micros) : null, current is { } now ? planner.Point(gate, now) : null));
            }
        }

        return thresholds;
    }

    private (int? Proposed, ProposalKind Kind, string Reason) One(GateThresholds thresholds, Gate gate, Severity severity)
    {
        int? current = Corpus.Current.At(gate, severity);
        string kept = current is null ? "none" : "kept";
        GateCurve curve = Corpus.Curve(gate);
        if (curve.OwnPositives < options.LeastCases || Corpus.Negatives < options.LeastNegatives)
        {
            return (current, ProposalKind.TooFew, string.Create(CultureInfo.InvariantCulture, $"{kept}: cases with it {curve.OwnPositives}, negatives {Corpus.Negatives}: too few to choose by (at least {options.LeastCases} and {options.LeastNegatives})"));
        }

        bool[] others = QueueMembers.Of(Corpus, thresholds.With(gate, severity, null), severity);
        (long found, long wrong) = QueueMembers.Count(Corpus, others);
        (_, double precision, _) = LevelSearch.Expected(planner, found, wrong);
        double room = severity == Severity.Review ? planner.Platform.Capacity : options.UrgentShare * Math.Min(planner.Platform.Capacity, Queued(thresholds));
        int floor = severity == Severity.Urgent ? thresholds.Review(gate) ?? int.MinValue : int.MinValue;
        Best best = Lowest(curve, others, floor, (added, extra) =>
            LevelSearch.Expected(planner, found + added, wrong + extra).CasesPerDay <= room && added > 0 && LevelSearch.Expected(planner, added, extra).Precision >= Wanted(severity, precision));
        if (!best.AnyCase)
        {
            return (current, ProposalKind.NothingGained, $"{kept}: finds no case that the queue has not already");
        }

        if (best.Micros is not { } micros)
        {
            return (current, ProposalKind.NothingFits, $"{kept}: what it would add fits neither the day nor the precision of the queue");
        }

        return (micros, ProposalKind.Set, string.Create(CultureInfo.InvariantCulture, $"adds {best.Added} cases and {best.Extra} negatives of this data that nothing else brings"));
    }

    private double Queued(GateThresholds thresholds)
    {
        (long found, long wrong) = QueueMembers.Count(Corpus, QueueMembers.Of(Corpus, thresholds, Severity.Review));
        return LevelSearch.Expected(planner, found, wrong).CasesPerDay;
    }

    private double Wanted(Severity severity, double precision) => severity == Severity.Urgent && options.UrgentPrecision is { } wanted ? Math.Max(wanted, precision) : precision;

    /// <summary>Goes from the highest threshold down and keeps the last that is good.</summary>
    private Best Lowest(GateCurve curve, bool[] others, int floor, Func<long, long, bool> isGood)
    {
        int[] column = Corpus.Column(curve.Gate)!;
        int[] rows = [.. Enumerable.Range(0, column.Length).Where(i => !others[i] && Corpus.Row(i).Label is not null && column[i] != ScoredCorpus.Absent && column[i] >= floor).OrderByDescending(i => column[i])];
        var best = new Best(null, 0, 0, false);
        (long added, long extra) = (0, 0);
        for (int rank = 0; rank < rows.Length; rank++)
        {
            bool isCase = Corpus.Row(rows[rank]).Label is true;
            (added, extra) = (added + (isCase ? 1 : 0), extra + (isCase ? 0 : 1));
            bool ends = rank + 1 == rows.Length || column[rows[rank + 1]] != column[rows[rank]];
            if (ends && isGood(added, extra))
            {
                best = new Best(Math.Max(floor, curve.Rounded(curve.StepOf(column[rows[rank]]))), added, extra, true);
            }
        }

        return best with { AnyCase = added > 0 };
    }

    /// <param name="Micros">The threshold; null when none is good.</param>
    /// <param name="Added">Cases that it adds.</param>
    /// <param name="Extra">Negatives that it adds.</param>
    /// <param name="AnyCase">True when some threshold adds a case.</param>
    private sealed record Best(int? Micros, long Added, long Extra, bool AnyCase);
}
