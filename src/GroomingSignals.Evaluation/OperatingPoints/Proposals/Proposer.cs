using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>
/// Proposes <c>review</c> and <c>urgent</c> for each track, then for each tactic. Tracks have one level of recall in common: the target, or as much of it
/// as the reviewers' day allows. Where there is too little to choose by, what the policy says is kept, and it says so.
/// </summary>
internal sealed class Proposer(OperatingPlanner planner, ProposalOptions options)
{
    private readonly List<ThresholdProposal> _lines = [];

    private ScoredCorpus Corpus => planner.Corpus;

    public static Proposal Propose(OperatingPlanner planner, ProposalOptions? options = null) => new Proposer(planner, options ?? ProposalOptions.Default).Run();

    private Proposal Run()
    {
        ImmutableArray<Gate> tuned = [.. Corpus.TrackGates.Where(g => Enough(Corpus.Curve(g).OwnPositives))];
        (GateThresholds thresholds, int? review) = Tracks(LevelSearch.Open(Corpus.Current, tuned), tuned, Severity.Review, (int)Math.Round(options.RecallTarget * LevelSearch.Steps), planner.Platform.Capacity, null);
        double queued = new LevelSearch(planner, tuned, Severity.Review).Expected(thresholds).CasesPerDay;
        (thresholds, int? urgent) = Tracks(thresholds, tuned, Severity.Urgent, review ?? 0, Math.Min(planner.Platform.Capacity, queued) * options.UrgentShare, options.UrgentPrecision);
        thresholds = InOrder(Kept(thresholds, tuned, review, urgent));
        Describe(thresholds, tuned, review, urgent);
        var tactics = new TacticProposer(planner, options);
        thresholds = tactics.Propose(thresholds, _lines);
        _lines.AddRange(LowThresholds.Lowered(planner, thresholds));
        var proposal = new Proposal
        {
            Lines = [.. _lines],
            Thresholds = thresholds,
            ReviewLevel = review / (double)LevelSearch.Steps,
            UrgentLevel = urgent / (double)LevelSearch.Steps,
            Review = planner.Queue(thresholds, Severity.Review),
            Urgent = planner.Queue(thresholds, Severity.Urgent),
            TracksAlone = planner.Queue(thresholds.WithoutTactics(), Severity.Review),
            Warnings = [],
        };
        return proposal with { Warnings = PlanWarnings.Of(planner, proposal, options) };
    }

    /// <summary>The level that all tuned tracks get in common; null when nothing fits, or nothing is tuned.</summary>
    private (GateThresholds Thresholds, int? Level) Tracks(GateThresholds from, ImmutableArray<Gate> tuned, Severity severity, int most, double cases, double? precision)
    {
        if (tuned.IsEmpty || most == 0)
        {
            return (from, null);
        }

        var search = new LevelSearch(planner, tuned, severity);
        int level = search.Highest(from, most, t => search.Expected(t).CasesPerDay <= cases);
        for (; precision is { } wanted && level > 0 && search.Expected(search.At(from, level)).Precision < wanted; level--)
        {
        }

        return level == 0 ? (from, null) : (search.At(from, level), level);
    }

    /// <summary>What was opened for the search and found no level is as the policy has it.</summary>
    private GateThresholds Kept(GateThresholds thresholds, ImmutableArray<Gate> tuned, int? review, int? urgent)
    {
        foreach (Gate gate in tuned)
        {
            thresholds = review is null ? thresholds.With(gate, Severity.Review, Corpus.Current.Review(gate)) : thresholds;
            thresholds = urgent is null ? thresholds.With(gate, Severity.Urgent, Corpus.Current.Urgent(gate)) : thresholds;
        }

        return thresholds;
    }

    /// <summary>An urgent threshold that was kept may lie below a review threshold that was raised: it is raised with it.</summary>
    private GateThresholds InOrder(GateThresholds thresholds)
    {
        foreach (Gate gate in Corpus.TrackGates)
        {
            if (thresholds.Urgent(gate) < thresholds.Review(gate))
            {
                thresholds = thresholds.With(gate, Severity.Urgent, thresholds.Review(gate));
            }
        }

        return thresholds;
    }

    private void Describe(GateThresholds thresholds, ImmutableArray<Gate> tuned, int? review, int? urgent)
    {
        foreach (Gate gate in Corpus.TrackGates)
        {
            foreach (Severity severity in (Severity[])[Severity.Review, Severity.Urgent])
            {
                int? level = severity == Severity.Review ? review : urgent;
                int? current = Corpus.Current.At(gate, severity);
                int? proposed = thresholds.At(gate, severity);
                ProposalKind kind = !tuned.Contains(gate) ? ProposalKind.TooFew : level is null ? ProposalKind.NothingFits : ProposalKind.Set;
                string reason = Reason(gate, severity, kind, level);
                if (kind != ProposalKind.Set)
                {
                    bool raised = proposed != current;
                    reason = raised ? "raised with review, below which it cannot lie; " + reason : "kept: " + reason;
                    kind = raised ? ProposalKind.RaisedWithReview : kind;
                }

                _lines.Add(new ThresholdProposal(
                    gate, severity, kind, current, proposed, reason,
                    proposed is { } micros ? planner.Point(gate, micros) : null, current is { } now ? planner.Point(gate, now) : null));
            }
        }
    }

    private string Reason(Gate gate, Severity severity, ProposalKind kind, int? level) => kind switch
    {
        ProposalKind.TooFew => string.Create(CultureInfo.InvariantCulture,
            $"cases {Corpus.Curve(gate).OwnPositives}, negatives {Corpus.Negatives}: too few to choose by (at least {options.LeastCases} and {options.LeastNegatives})"),
        ProposalKind.NothingFits when severity == Severity.Urgent => string.Create(CultureInfo.InvariantCulture,
            $"nothing fits {options.UrgentShare * 100:0.#} % of the day, or of the queue where that is shorter,{(options.UrgentPrecision is { } wanted ? string.Create(CultureInfo.InvariantCulture, $" with a precision of {wanted:0.###}") : "")} beside what the other thresholds bring"),
        ProposalKind.NothingFits => "no threshold fits the reviewers' day beside what the other thresholds bring",
        _ => string.Create(CultureInfo.InvariantCulture, $"finds {Found(gate, level!.Value)}: ")
            + (severity == Severity.Urgent ? string.Create(CultureInfo.InvariantCulture, $"what fits {options.UrgentShare * 100:0.#} % of the day, or of the queue where that is shorter{(options.UrgentPrecision is { } p ? string.Create(CultureInfo.InvariantCulture, $" with a precision of {p:0.###}") : "")}")
                : level >= (int)Math.Round(options.RecallTarget * LevelSearch.Steps) ? "the target"
                : string.Create(CultureInfo.InvariantCulture, $"what fits the reviewers' day; the target was {options.RecallTarget * 100:0.#} %")),
    };

    private string Found(Gate gate, int level)
    {
        GateCurve curve = Corpus.Curve(gate);
        int reachable = LevelSearch.Reachable(curve);
        return reachable * (long)LevelSearch.Steps < curve.OwnPositives * (long)level
            ? string.Create(CultureInfo.InvariantCulture, $"{reachable} of the track's {curve.OwnPositives} cases, which are all that any threshold finds, towards {level / 10.0:0.#} % on every track")
            : string.Create(CultureInfo.InvariantCulture, $"{level / 10.0:0.#} % of the track's cases, as on every track");
    }

    private bool Enough(int cases) => cases >= options.LeastCases && Corpus.Negatives >= options.LeastNegatives;
}
