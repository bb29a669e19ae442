using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals.Assessment;

/// <summary>Writes the tactics and the evidence of a pair.</summary>
internal sealed class FindingBuilder(RuleIndex index, RiskPolicy policy, SeverityJudge judge, PeakKeeper peaks, Fusion? fusion)
{
    public IEnumerable<TacticFinding> Tactics(ConversationState state, TrackedPair pair)
    {
        var points = peaks.TacticsAtPeak(pair);
        int track = judge.PointsOf((Track)pair.PeakTrack) ?? 0;
        var found = pair.Tallies.Where(t => t.ScoredHits > 0).GroupBy(t => index.Rules[t.Rule].Tactic).OrderBy(g => g.Key);
        foreach (var group in found)
        {
            var subtypes = group.Select(t => index.Rules[t.Rule].Subtype).ToHashSet(StringComparer.Ordinal);
            long score = points[(int)group.Key];
            int first = group.Min(t => t.FirstOrdinal);
            yield return new TacticFinding
            {
                Tactic = group.Key,
                Subtypes = [.. Taxonomy.Describe(group.Key).Subtypes.Where(subtypes.Contains)],
                From = state.Participants[pair.From].Id,
                Towards = state.Participants[pair.Towards].Id,
                Count = group.Sum(t => t.ScoredHits),
                Score = LogOdds.ToDecimal(score),
                Risk = LogOdds.ToRisk((int)Math.Clamp(policy.Scoring.Baseline + score + track, -1_000_000_000, 1_000_000_000)),
                FirstMessageId = pair.Evidence.Find(e => e.Ordinal == first && index.Rules[index.RuleOf(e.RuleId)].Tactic == group.Key).MessageId,
            };
        }
    }

    public IEnumerable<EvidenceItem> Evidence(ConversationState state, TrackedPair pair)
    {
        var shares = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var tally in pair.Tallies)
        {
            var shown = pair.Evidence.Where(e => string.Equals(e.RuleId, tally.RuleId, StringComparison.Ordinal)).ToList();
            int earlier = tally.Hits - shown.Count;
            if (earlier > 0)
            {
                long rest = tally.Peak.Gross - shown.Where(e => e.Ordinal <= pair.PeakOrdinal).Sum(e => (long)e.Points);
                yield return Item(state, pair, tally, []) with { Contribution = Share(tally.RuleId, rest), Earlier = earlier };
            }
        }

        foreach (var item in pair.Evidence)
        {
            var tally = pair.TallyOf(item.RuleId)!;
            yield return Item(state, pair, tally, Anchors(item)) with
            {
                View = item.View,
                Role = item.Role,
                Contribution = item.Ordinal <= pair.PeakOrdinal ? Share(item.RuleId, item.Points) : 0,
                Shadow = item.Shadow,
            };
        }

        // On the fused scale a share is the growth of the rounded total, so that the shares of a rule add up to its line.
        decimal Share(string ruleId, long points)
        {
            long before = shares.GetValueOrDefault(ruleId);
            shares[ruleId] = before + points;
            return LogOdds.ToDecimal(pair.PeakVoice is null ? points : fusion!.OfRules(before + points) - fusion.OfRules(before));
        }
    }

    private static ImmutableArray<EvidenceAnchor> Anchors(EvidenceRecord item)
    {
        var here = new EvidenceAnchor(item.MessageId, [.. item.Spans]);
        return item.EarlierMessageId is null ? [here] : [new EvidenceAnchor(item.EarlierMessageId, [item.EarlierSpan]), here];
    }

    private EvidenceItem Item(ConversationState state, TrackedPair pair, RuleTally tally, ImmutableArray<EvidenceAnchor> anchors)
    {
        var rule = index.Rules[tally.Rule];
        string from = state.Participants[pair.From].Id;
        string towards = state.Participants[pair.Towards].Id;
        return new EvidenceItem
        {
            RuleId = rule.Id,
            Tactic = rule.Tactic,
            Subtype = rule.Subtype,
            From = from,
            Towards = towards,
            Anchors = anchors,
            Shadow = rule.Mode != RuleMode.Live,
            Explanation = (rule.Explain.Length == 0 ? rule.Title : rule.Explain)
                .Replace("{tactic}", Taxonomy.Id(rule.Tactic), StringComparison.Ordinal)
                .Replace("{subtype}", rule.Subtype, StringComparison.Ordinal)
                .Replace("{count}", tally.Hits.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{from}", from, StringComparison.Ordinal)
                .Replace("{towards}", towards, StringComparison.Ordinal),
        };
    }
}
