using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.OperatingPoints.Figures;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints.Plans;

/// <summary>
/// What the way of choosing is worth: thresholds are proposed on one half of the labelled conversations and measured on the other, then the other way
/// round, and the counts are added up. A threshold that was chosen and measured on the same conversations flatters itself.
/// </summary>
internal static class HeldOut
{
    /// <summary>The queues; null when a half lacks cases or negatives.</summary>
    /// <param name="planner">The planner of all conversations.</param>
    /// <param name="options">How thresholds are proposed. A half needs half as many cases.</param>
    /// <param name="seed">Decides who is in which half.</param>
    public static (QueueFigures Review, QueueFigures Urgent)? Measure(OperatingPlanner planner, ProposalOptions options, int seed)
    {
        ScoredCorpus corpus = planner.Corpus;
        if (corpus.Positives < 2 || corpus.Negatives < 2)
        {
            return null;
        }

        bool[] first = Halve(corpus, seed);
        var half = options with { LeastCases = options.LeastCases / 2, LeastNegatives = options.LeastNegatives / 2 };
        var sums = new Dictionary<Severity, Sum> { [Severity.Review] = new(), [Severity.Urgent] = new() };
        foreach (bool side in (bool[])[true, false])
        {
            var chosenOn = new OperatingPlanner(corpus.Part(row => first[row] == side), planner.Platform);
            ScoredCorpus other = corpus.Part(row => corpus.Row(row).Label is not null && first[row] != side);
            GateThresholds thresholds = Proposer.Propose(chosenOn, half).Thresholds;
            foreach ((Severity severity, Sum sum) in sums)
            {
                sum.Add(other, thresholds, severity);
            }
        }

        return (sums[Severity.Review].Figures(planner), sums[Severity.Urgent].Figures(planner));
    }

    /// <summary>Half of each class, by chance.</summary>
    private static bool[] Halve(ScoredCorpus corpus, int seed)
    {
        bool[] first = new bool[corpus.Count];
        var random = SeededRandom.For(seed, 0);
        foreach (bool label in (bool[])[true, false])
        {
            int[] rows = [.. Enumerable.Range(0, corpus.Count).Where(row => corpus.Row(row).Label == label)];
            random.Shuffle<int>(rows);
            foreach (int row in rows[..(rows.Length / 2)])
            {
                first[row] = true;
            }
        }

        return first;
    }

    private sealed class Sum
    {
        private readonly List<int> _messages = [];
        private long _found;
        private long _wrong;

        public void Add(ScoredCorpus corpus, GateThresholds thresholds, Severity severity)
        {
            bool[] members = QueueMembers.Of(corpus, thresholds, severity);
            (long found, long wrong) = QueueMembers.Count(corpus, members);
            (_found, _wrong) = (_found + found, _wrong + wrong);
            _messages.AddRange(Enumerable.Range(0, members.Length).Where(row => members[row] && corpus.Row(row).Label is true).Select(row => corpus.EnteredAt(row, thresholds, severity)!.Value));
        }

        public QueueFigures Figures(OperatingPlanner planner) => new(
            (int)(_found + _wrong),
            new FigureCalculator(planner.Platform).Of(
                new Confusion(_found, _wrong, planner.Corpus.Negatives - _wrong, planner.Corpus.Positives - _found), [.. _messages]));
    }
}
