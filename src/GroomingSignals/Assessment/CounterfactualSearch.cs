using System.Collections.Immutable;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals.Assessment;

/// <summary>
/// Finds the smallest set of rules of a pair whose removal lowers its severity: every set of one, two and three rules is tried; beyond that
/// the rule that lowers the score most is taken again and again. The lines that follow from the rules are
/// counted anew; stateful effects are not replayed, and what the classifier says stays as it is.
/// </summary>
internal sealed class CounterfactualSearch(RuleIndex index, RiskPolicy policy, SeverityJudge judge, FusedScorer? fused)
{
    private const int ExactSize = 3;

    public Counterfactual? Find(TrackedPair pair, Severity severity)
    {
        if (severity == Severity.None)
        {
            return null;
        }

        RuleTally[] tallies = [.. pair.Tallies.Where(t => t.Peak.Hits > 0).OrderBy(t => t.RuleId, StringComparer.Ordinal)];
        return Exact(pair, severity, tallies) ?? Greedy(pair, severity, tallies);
    }

    private Counterfactual? Exact(TrackedPair pair, Severity severity, RuleTally[] tallies)
    {
        for (int size = 1; size <= Math.Min(ExactSize, tallies.Length); size++)
        {
            (RuleTally[] Set, Severity Severity, int Raw)? best = null;
            foreach (var set in Sets(tallies, size, 0))
            {
                var (without, raw) = Without(pair, set);
                if (without < severity && (best is not { } known || raw < known.Raw))
                {
                    best = (set, without, raw);
                }
            }

            if (best is { } found)
            {
                return Result(found.Set, found.Severity, found.Raw, minimal: true);
            }
        }

        return null;
    }

    private Counterfactual? Greedy(TrackedPair pair, Severity severity, RuleTally[] tallies)
    {
        var set = new List<RuleTally>();
        var rest = tallies.ToList();
        while (rest.Count > 0)
        {
            var next = rest.MinBy(t => Without(pair, [.. set, t]).Raw)!;
            rest.Remove(next);
            set.Add(next);
            var (without, raw) = Without(pair, [.. set]);
            if (without < severity)
            {
                return Result([.. set], without, raw, minimal: false);
            }
        }

        return null;
    }

    private (Severity Severity, int Raw) Without(TrackedPair pair, RuleTally[] removed)
    {
        var tactics = default(TacticPoints);
        long rules = 0;
        int hits = 0;
        foreach (var tally in pair.Tallies)
        {
            if (!removed.Contains(tally))
            {
                rules += tally.Peak.Value;
                hits += tally.Peak.Hits;
                tactics[(int)index.Rules[tally.Rule].Tactic] += tally.Peak.Value;
            }
        }

        var lines = pair.PeakLines with
        {
            CoOccurrence = PairScorer.CoOccurrence(tactics, policy.Scoring),
            Direction = hits < 2 ? Math.Min(0, pair.PeakLines.Direction) : pair.PeakLines.Direction,
            Acceleration = pair.PeakLines.Acceleration != 0
                && PairScorer.Accelerates([.. pair.Tallies.Where(t => t.Peak.Hits > 0 && !removed.Contains(t))], index, policy.Scoring)
                ? policy.Scoring.AccelerationLogOdds : 0,
        };
        int raw = hits == 0 ? policy.Scoring.Baseline : (int)Math.Clamp(policy.Scoring.Baseline + rules + lines.Sum, -1_000_000_000, 1_000_000_000);
        if (pair.PeakVoice is not { } voice)
        {
            return (judge.Judge((Track)pair.PeakTrack, raw, hits, tactics).Severity, raw);
        }

        int both = fused!.Fuse(raw, voice);
        return (judge.Judge((Track)pair.PeakTrack, both, hits, tactics, new VoicesApart(fused.Alone(voice), raw)).Severity, both);
    }

    private static IEnumerable<RuleTally[]> Sets(RuleTally[] tallies, int size, int from)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (int i = from; i <= tallies.Length - size; i++)
        {
            foreach (var rest in Sets(tallies, size - 1, i + 1))
            {
                yield return [tallies[i], .. rest];
            }
        }
    }

    private static Counterfactual Result(RuleTally[] set, Severity severity, int raw, bool minimal) =>
        new([.. set.Select(t => t.RuleId).Order(StringComparer.Ordinal)], severity, LogOdds.ToDecimal(raw), minimal);
}
