using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>
/// Proposes thresholds of single tactics, for what they find beyond everything else: the lowest threshold at which what it adds is cases at least as often
/// as what is in the queue already, within the reviewers' day. One that adds no case is left as it is, and so is one that adds none beside those that were chosen
/// after it: what a line says that it adds is lost when its threshold is taken out of the proposed policy.
/// </summary>
internal sealed class TacticProposer(OperatingPlanner planner, ProposalOptions options)
{
    private static readonly Severity[] Both = [Severity.Review, Severity.Urgent];

    private ScoredCorpus Corpus => planner.Corpus;

    public GateThresholds Propose(GateThresholds thresholds, List<ThresholdProposal> lines)
    {
        var chosen = new Dictionary<(Gate Gate, Severity Severity), Choice>();
        foreach (Gate gate in ScoredCorpus.TacticGates)
        {
            foreach (Severity severity in Both)
            {
                Choice choice = One(thresholds, gate, severity);
                thresholds = thresholds.With(gate, severity, choice.Proposed);
                chosen[(gate, severity)] = choice;
            }
        }

        thresholds = WithoutIdle(thresholds, chosen);
        foreach (Gate gate in ScoredCorpus.TacticGates)
        {
            foreach (Severity severity in Both)
            {
                Choice choice = chosen[(gate, severity)];
                string reason = choice.Kind == ProposalKind.Set ? Adds(thresholds, gate, severity) : choice.Reason;
                int? current = Corpus.Current.At(gate, severity);
                lines.Add(new ThresholdProposal(
                    gate, severity, choice.Kind, current, choice.Proposed, reason,
                    choice.Proposed is { } micros ? planner.Point(gate, micros) : null, current is { } now ? planner.Point(gate, now) : null));
            }
        }

        return thresholds;
    }

    /// <summary>
    /// Takes back what finds no case beside all the others: of urgent first, since an urgent threshold holds up the review queue too, then of review, in the
    /// order in which they were chosen. Each that goes leaves the others more to add, so that one round is enough.
    /// </summary>
    private GateThresholds WithoutIdle(GateThresholds thresholds, Dictionary<(Gate Gate, Severity Severity), Choice> chosen)
    {
        foreach (Severity severity in (Severity[])[Severity.Urgent, Severity.Review])
        {
            foreach (Gate gate in ScoredCorpus.TacticGates)
            {
                if (chosen[(gate, severity)] is { Kind: ProposalKind.Set, Proposed: { } proposed } && Added(thresholds, gate, severity).Cases == 0)
                {
                    Choice choice = TakenBack(thresholds, gate, severity, proposed);
                    chosen[(gate, severity)] = choice;
                    thresholds = thresholds.With(gate, severity, choice.Proposed);
                }
            }
        }

        return thresholds;
    }

    /// <summary>As the policy has it, unless that is lower and would bring negatives that the proposal keeps out, or lies above urgent.</summary>
    private Choice TakenBack(GateThresholds thresholds, Gate gate, Severity severity, int proposed)
    {
        int? current = Corpus.Current.At(gate, severity);
        if (current is null)
        {
            return new Choice(null, ProposalKind.NothingGained, "none: the other thresholds bring every case that it finds");
        }

        int highest = Math.Max(proposed, current.Value);
        int kept = severity == Severity.Review && thresholds.Urgent(gate) is { } urgent ? Math.Min(highest, urgent) : highest;
        return kept == current
            ? new Choice(current, ProposalKind.NothingGained, "kept: the other thresholds bring every case that it finds")
            : new Choice(kept, ProposalKind.Set, "");
    }

    private string Adds(GateThresholds thresholds, Gate gate, Severity severity)
    {
        (long cases, long negatives) = Added(thresholds, gate, severity);
        return $"adds {Counted.Of(cases, "case")} and {Counted.Of(negatives, "negative")} of this data that nothing else brings";
    }

    /// <summary>What the queue would lose without one threshold.</summary>
    private (long Cases, long Negatives) Added(GateThresholds thresholds, Gate gate, Severity severity)
    {
        (long found, long wrong) = QueueMembers.Count(Corpus, QueueMembers.Of(Corpus, thresholds, severity));
        (long without, long wrongWithout) = QueueMembers.Count(Corpus, QueueMembers.Of(Corpus, thresholds.With(gate, severity, null), severity));
        return (found - without, wrong - wrongWithout);
    }

    private Choice One(GateThresholds thresholds, Gate gate, Severity severity)
    {
        int? current = Corpus.Current.At(gate, severity);
        string kept = current is null ? "none" : "kept";
        GateCurve curve = Corpus.Curve(gate);
        if (curve.OwnPositives < options.LeastCases || Corpus.Negatives < options.LeastNegatives)
        {
            return new Choice(current, ProposalKind.TooFew, string.Create(CultureInfo.InvariantCulture, $"{kept}: cases with it {curve.OwnPositives}, negatives {Corpus.Negatives}: too few to choose by (at least {options.LeastCases} and {options.LeastNegatives})"));
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
            return new Choice(current, ProposalKind.NothingGained, $"{kept}: finds no case that the other thresholds do not bring");
        }

        return best.Micros is { } micros
            ? new Choice(micros, ProposalKind.Set, "")
            : new Choice(current, ProposalKind.NothingFits, $"{kept}: what it would add does not fit the day with the precision of the queue");
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
        var best = new Best(null, false);
        (long added, long extra) = (0, 0);
        for (int rank = 0; rank < rows.Length; rank++)
        {
            bool isCase = Corpus.Row(rows[rank]).Label is true;
            (added, extra) = (added + (isCase ? 1 : 0), extra + (isCase ? 0 : 1));
            bool ends = rank + 1 == rows.Length || column[rows[rank + 1]] != column[rows[rank]];
            if (ends && isGood(added, extra))
            {
                best = new Best(Math.Max(floor, curve.Rounded(curve.StepOf(column[rows[rank]]))), true);
            }
        }

        return best with { AnyCase = added > 0 };
    }

    /// <param name="Micros">The threshold; null when none is good.</param>
    /// <param name="AnyCase">True when some threshold adds a case.</param>
    private sealed record Best(int? Micros, bool AnyCase);

    /// <param name="Proposed">The threshold.</param>
    /// <param name="Kind">What is proposed.</param>
    /// <param name="Reason">Why; what a chosen one adds is counted when all are chosen.</param>
    private sealed record Choice(int? Proposed, ProposalKind Kind, string Reason);
}
