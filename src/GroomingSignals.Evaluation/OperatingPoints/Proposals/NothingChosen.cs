using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Proposals;

/// <summary>Why no threshold was chosen: too few labels, nothing to gain, or no room in the reviewers' day, and then who takes it.</summary>
internal static class NothingChosen
{
    private const string Kept = "No threshold was chosen: the policy keeps what it has, each for the reason beside it. ";

    public static string Reason(OperatingPlanner planner, Proposal proposal)
    {
        if (proposal.Lines.Any(l => l.Kind == ProposalKind.NothingFits && !l.Gate.IsTactic))
        {
            return Kept + NoRoom(planner);
        }

        return Kept + (proposal.Lines.Any(l => l.Kind == ProposalKind.TooFew && !l.Gate.IsTactic)
            ? "More labelled conversations would let tune choose."
            : "No other threshold would find a further case within the day and with the precision that is asked for.");
    }

    private static string NoRoom(OperatingPlanner planner)
    {
        ScoredCorpus corpus = planner.Corpus;
        double capacity = planner.Platform.Capacity;
        GateThresholds tactics = corpus.Current;
        foreach (Gate gate in Gate.All.Where(g => !g.IsTactic))
        {
            tactics = tactics.With(gate, Severity.Review, null).With(gate, Severity.Urgent, null);
        }

        double alone = CasesPerDay(planner, QueueMembers.Of(corpus, tactics, Severity.Review));
        string day = $"the reviewers' day holds {Counted.Of(Math.Round(capacity, 1), "case")}";
        if (alone <= capacity)
        {
            double one = planner.Platform.Volume * planner.Platform.Prevalence / corpus.Positives;
            return $"Even the highest thresholds of the tracks bring too many beside what is kept: {day}, and one labelled case stands for {one.ToString("#,0.###", CultureInfo.InvariantCulture)} a day. More reviewers or fewer minutes a case would let tune choose.";
        }

        string[] named =
        [
            .. ScoredCorpus.TacticGates
                .Select(gate => (gate.Name, Cases: CasesPerDay(planner, Members(corpus, tactics, gate))))
                .Where(t => t.Cases > 0).OrderByDescending(t => t.Cases).ThenBy(t => t.Name, StringComparer.Ordinal)
                .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name} {t.Cases:#,0.#}")),
        ];
        return $"The thresholds that the policy has for single tactics fill the day by themselves: {day}, and they bring {alone.ToString("#,0.#", CultureInfo.InvariantCulture)} a day ({string.Join(", ", named)}). "
            + "Raise them in a policy that you give with --policy, and tune can choose; more labels would not help.";
    }

    private static bool[] Members(ScoredCorpus corpus, GateThresholds thresholds, Gate gate)
    {
        bool[] members = new bool[corpus.Count];
        if (thresholds.Lowest(gate, Severity.Review) is { } threshold)
        {
            QueueMembers.Add(corpus, gate, threshold, members);
        }

        return members;
    }

    private static double CasesPerDay(OperatingPlanner planner, bool[] members)
    {
        (long found, long wrong) = QueueMembers.Count(planner.Corpus, members);
        return LevelSearch.Expected(planner, found, wrong).CasesPerDay;
    }
}
