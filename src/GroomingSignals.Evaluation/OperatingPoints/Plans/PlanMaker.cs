using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Plans;

/// <summary>Makes the plan of a corpus.</summary>
internal static class PlanMaker
{
    /// <summary>How many thresholds of a gate are listed at most.</summary>
    public const int Points = 100;

    /// <summary>A prevalence that is wrong by so much either way.</summary>
    private const double WrongBy = 10;

    private static readonly int[] Levels = [1000, 990, 980, 970, 950, 925, 900, 850, 800, 750, 700, 600, 500, 400, 300, 200, 100];

    public static OperatingPlan Make(OperatingPlanner planner, ProposalOptions options, bool sensitivity, int seed)
    {
        ScoredCorpus corpus = planner.Corpus;
        Proposal proposal = Proposer.Propose(planner, options);
        return new OperatingPlan
        {
            Platform = planner.Platform,
            Corpus = corpus,
            Options = options,
            CurrentReview = planner.Queue(corpus.Current, Severity.Review),
            CurrentUrgent = planner.Queue(corpus.Current, Severity.Urgent),
            Proposal = proposal,
            HeldOut = HeldOut.Measure(planner, options, seed),
            Gates = [.. corpus.TrackGates.Concat(ScoredCorpus.TacticGates).Where(g => corpus.Column(g) is not null).Select(g =>
            {
                GateCurve curve = corpus.Curve(g);
                return new GatePlan(g, curve.OwnPositives, curve.OwnNegatives, planner.Points(g, Points));
            })],
            Levels = [.. LevelsOf(planner, options)],
            Sensitivity = sensitivity ? [.. Sensitivity(planner, proposal)] : [],
        };
    }

    private static IEnumerable<LevelPoint> LevelsOf(OperatingPlanner planner, ProposalOptions options)
    {
        ImmutableArray<Gate> tuned = [.. planner.Corpus.TrackGates.Where(g => planner.Corpus.Curve(g).OwnPositives >= options.LeastCases && planner.Corpus.Negatives >= options.LeastNegatives)];
        var search = new LevelSearch(planner, tuned, Severity.Review);
        GateThresholds open = LevelSearch.Open(planner.Corpus.Current, tuned);
        foreach (int level in tuned.IsEmpty ? [] : Levels)
        {
            yield return new LevelPoint(level / (double)LevelSearch.Steps, planner.Queue(search.At(open, level), Severity.Review));
        }
    }

    private static IEnumerable<SensitivityPoint> Sensitivity(OperatingPlanner planner, Proposal proposal)
    {
        foreach (double factor in (double[])[1 / WrongBy, 1, WrongBy])
        {
            double prevalence = planner.Platform.Prevalence * factor;
            if (prevalence < 1)
            {
                OperatingPlanner other = planner.With(planner.Platform with { Prevalence = prevalence });
                yield return new SensitivityPoint(prevalence, other.Queue(proposal.Thresholds, Severity.Review), other.Queue(proposal.Thresholds, Severity.Urgent));
            }
        }
    }
}
