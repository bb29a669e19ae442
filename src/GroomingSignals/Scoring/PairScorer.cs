using GroomingSignals.Rules;
using GroomingSignals.Tracking;

namespace GroomingSignals.Scoring;

/// <summary>
/// Adds up the ledger of a pair. The literature does not support a ladder of stages (Aitken 2018; Lorenzo-Dus 2016): what is scored is
/// which tactics occur together, who they come from, and how fast they follow each other.
/// </summary>
internal static class PairScorer
{
    /// <summary>A tactic counts for co-occurrence while so much of its points is left: 0.05 log-odds.</summary>
    internal const int CoOccurrenceFloor = 50_000;

    /// <summary>What a tally is worth at a time.</summary>
    public static int ValueAt(RuleTally tally, Rule rule, long? now) =>
        now is { } time && tally.LastTime is { } last ? Decay.Left(tally.Net, time - last, rule.Score.HalfLife) : tally.Net;

    /// <summary>The score of a pair at a time.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="reverse">The same two the other way round; null when nothing was found there, or when it does not make the pair mutual.</param>
    /// <param name="index">The rules.</param>
    /// <param name="scoring">The numbers of the ledger.</param>
    /// <param name="trackPoints">What the track adds; null when it raises no risk.</param>
    /// <param name="now">The time in Unix milliseconds; null when not known.</param>
    /// <param name="tactics">Receives the points by tactic.</param>
    public static PairScore At(
        TrackedPair pair, TrackedPair? reverse, RuleIndex index, ScoringPolicy scoring, int? trackPoints, long? now, ref TacticPoints tactics)
    {
        long rules = 0;
        int hits = 0;
        foreach (var tally in pair.Tallies)
        {
            var rule = index.Rules[tally.Rule];
            int value = ValueAt(tally, rule, now);
            rules += value;
            hits += tally.ScoredHits;
            tactics[(int)rule.Tactic] += value;
        }

        if (hits == 0)
        {
            return new PairScore(scoring.Baseline, default);
        }

        var lines = new PairLines(
            CoOccurrence(tactics, scoring),
            Direction(hits, reverse?.ScoredHits ?? 0, scoring),
            Accelerates(pair.Tallies, index, scoring) ? scoring.AccelerationLogOdds : 0,
            pair.Obfuscated ? scoring.Obfuscation : 0,
            trackPoints ?? 0,
            (pair.Refused ? scoring.ProtectionRefusing : 0) + (pair.Disclosed ? scoring.ProtectionDisclosing : 0));
        if (trackPoints is null)
        {
            lines = lines with { Track = -Clamp(rules + lines.Sum) };
        }

        return new PairScore(Clamp(scoring.Baseline + rules + lines.Sum), lines);
    }

    /// <summary>Points for each tactic beyond the first.</summary>
    public static int CoOccurrence(in TacticPoints tactics, ScoringPolicy scoring)
    {
        int count = 0;
        foreach (long points in tactics)
        {
            count += points >= CoOccurrenceFloor ? 1 : 0;
        }

        return (int)Math.Min((long)Math.Max(0, count - 1) * scoring.CoOccurrencePerTactic, scoring.CoOccurrenceCap);
    }

    /// <summary>All matches from one side, or as many from the other.</summary>
    private static int Direction(int hits, int reverseHits, ScoringPolicy scoring)
    {
        if (reverseHits == 0)
        {
            return hits >= 2 ? scoring.DirectionOneSided : 0;
        }

        return (long)reverseHits * 2 >= hits ? scoring.DirectionMutual : 0;
    }

    /// <summary>True when so many tactics were first seen within so many messages.</summary>
    public static bool Accelerates(List<RuleTally> tallies, RuleIndex index, ScoringPolicy scoring)
    {
        Span<int> first = stackalloc int[13];
        first.Fill(int.MaxValue);
        foreach (var tally in tallies)
        {
            if (tally.ScoredHits > 0)
            {
                ref int ordinal = ref first[(int)index.Rules[tally.Rule].Tactic];
                ordinal = Math.Min(ordinal, tally.FirstOrdinal);
            }
        }

        first.Sort();
        for (int i = scoring.AccelerationTactics - 1; i < first.Length && first[i] != int.MaxValue; i++)
        {
            if (first[i] - first[i - scoring.AccelerationTactics + 1] < scoring.AccelerationMessages)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Scores stay within a thousand log-odds either way, where the logistic function has long been flat.</summary>
    private static int Clamp(long micros) => (int)Math.Clamp(micros, -1_000_000_000, 1_000_000_000);
}
