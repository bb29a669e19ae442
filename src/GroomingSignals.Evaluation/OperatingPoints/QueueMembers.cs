using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;

namespace GroomingSignals.Evaluation.OperatingPoints;

/// <summary>Which conversations some thresholds bring into a queue: those that <c>analyze</c> would give at least that severity under them.</summary>
internal static class QueueMembers
{
    /// <summary>For each row whether it is in the queue.</summary>
    /// <param name="corpus">The conversations.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="severity"><c>review</c>, the whole queue, or <c>urgent</c>, its head.</param>
    public static bool[] Of(ScoredCorpus corpus, GateThresholds thresholds, Severity severity)
    {
        bool[] members = new bool[corpus.Count];
        foreach (Gate gate in Gate.All)
        {
            if (thresholds.Lowest(gate, severity) is { } threshold)
            {
                Add(corpus, gate, threshold, members);
            }
        }

        return members;
    }

    /// <summary>Adds what one gate lets in.</summary>
    public static void Add(ScoredCorpus corpus, Gate gate, int micros, bool[] members)
    {
        if (corpus.Column(gate) is { } column)
        {
            for (int row = 0; row < column.Length; row++)
            {
                members[row] |= column[row] >= micros && column[row] != ScoredCorpus.Absent;
            }
        }
    }

    /// <summary>Labelled members: cases and negatives.</summary>
    public static (long Found, long Wrong) Count(ScoredCorpus corpus, bool[] members)
    {
        long found = 0;
        long wrong = 0;
        for (int row = 0; row < members.Length; row++)
        {
            if (members[row])
            {
                found += corpus.IsCase(row) ? 1 : 0;
                wrong += corpus.IsNegative(row) ? 1 : 0;
            }
        }

        return (found, wrong);
    }
}
