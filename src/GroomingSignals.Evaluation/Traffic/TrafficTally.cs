using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Policy;
using GroomingSignals.Rules;

namespace GroomingSignals.Evaluation.Traffic;

/// <summary>Counts samples one by one and keeps none: memory does not grow with the traffic.</summary>
internal sealed class TrafficTally(TrafficReader reader)
{
    private const int Bins = 20;

    /// <summary>A rule is called noisy from so many conversations on, ...</summary>
    internal const int NoisyFrom = 20;

    /// <summary>... and from this share of the traffic on, ...</summary>
    internal const double NoisyShare = 0.005;

    /// <summary>... when it decides in less than this share of them.</summary>
    internal const double NoisyDecisive = 0.02;

    private readonly long[] _severities = new long[4];
    private readonly long[] _ifLive = new long[4];
    private readonly (long Entered, long Left)[] _moves = new (long, long)[2];
    private readonly (long Below, long Queued)[] _risks = new (long, long)[Bins];
    private readonly Dictionary<string, long[]> _tracks = new(StringComparer.Ordinal);
    private readonly long[][] _tactics = [.. Taxonomy.Tactics.Select(_ => new long[3])];
    private readonly Dictionary<string, long[]> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long[]> _shadows = new(StringComparer.Ordinal);
    private long _messages;
    private long _synthetic;

    public long Conversations { get; private set; }

    public void Add(TrafficSample sample)
    {
        RiskAssessment assessment = sample.Assessment;
        bool queued = assessment.Severity >= Severity.Review;
        Conversations++;
        _messages += sample.Messages;
        _synthetic += sample.IsSynthetic ? 1 : 0;
        _severities[(int)assessment.Severity]++;
        _ifLive[(int)(sample.IfLive ?? assessment).Severity]++;
        Move(ref _moves[0], assessment, sample.IfLive, Severity.Review);
        Move(ref _moves[1], assessment, sample.IfLive, Severity.Urgent);
        ref (long Below, long Queued) bin = ref _risks[Math.Clamp((int)(assessment.Risk * Bins), 0, Bins - 1)];
        bin = queued ? (bin.Below, bin.Queued + 1) : (bin.Below + 1, bin.Queued);
        Of(_tracks, sample.Track, 4)[(int)assessment.Severity]++;
        foreach (Tactic tactic in assessment.Tactics.Select(t => t.Tactic).Distinct())
        {
            long[] counts = _tactics[(int)tactic];
            counts[0]++;
            counts[1] += queued ? 1 : 0;
            counts[2] += assessment.Severity == Severity.Urgent ? 1 : 0;
        }

        Rules(assessment, queued);
        Shadows(assessment, sample.IfLive);
    }

    public TrafficResult Result(long errors, double? volume, string? command) => new()
    {
        Versions = reader.Analyzer.Versions,
        Conversations = Conversations,
        Messages = _messages,
        Synthetic = _synthetic,
        Errors = errors,
        Severities = [.. _severities],
        Risks = [.. _risks],
        Tracks = [.. Enum.GetValues<Track>().Select(Gate.NameOf).Where(t => _tracks.ContainsKey(t)).Select(t => new TrackTraffic(t, [.. _tracks[t]]))],
        Tactics = [.. Taxonomy.Tactics.Select(t => new TacticTraffic(t.Id, _tactics[(int)t.Tactic][0], _tactics[(int)t.Tactic][1], _tactics[(int)t.Tactic][2]))],
        Rules = [.. reader.Analyzer.Index.Rules.Where(r => r.Mode == RuleMode.Live).Select(RuleOf).OrderByDescending(r => r.Conversations).ThenBy(r => r.Rule, StringComparer.Ordinal)],
        Shadows = [.. reader.Shadows.Select(ShadowOf).OrderByDescending(s => s.Conversations).ThenBy(s => s.Rule, StringComparer.Ordinal)],
        Moves = reader.Shadows.Count == 0 ? [] : [.. _moves],
        SeveritiesIfLive = reader.Shadows.Count == 0 ? [] : [.. _ifLive],
        Volume = volume,
        Command = command,
    };

    private static void Move(ref (long Entered, long Left) moves, RiskAssessment now, RiskAssessment? ifLive, Severity severity)
    {
        bool after = (ifLive ?? now).Severity >= severity;
        bool before = now.Severity >= severity;
        moves = (moves.Entered + (after && !before ? 1 : 0), moves.Left + (before && !after ? 1 : 0));
    }

    private void Rules(RiskAssessment assessment, bool queued)
    {
        foreach (var group in assessment.Evidence.Where(e => !e.Shadow).GroupBy(e => e.RuleId, StringComparer.Ordinal))
        {
            long[] counts = Of(_rules, group.Key, 4);
            counts[0] += group.Sum(e => Math.Max(1, e.Earlier));
            counts[1]++;
            counts[2] += queued ? 1 : 0;
            counts[3] += queued && assessment.Counterfactual?.Rules.Contains(group.Key, StringComparer.Ordinal) == true ? 1 : 0;
        }
    }

    private void Shadows(RiskAssessment assessment, RiskAssessment? ifLive)
    {
        foreach (string rule in assessment.Evidence.Where(e => e.Shadow).Select(e => e.RuleId).Distinct(StringComparer.Ordinal))
        {
            long[] counts = Of(_shadows, rule, 3);
            bool takesPart = ifLive is not null && ifLive.Contributions.Any(c => string.Equals(c.Name, rule, StringComparison.Ordinal));
            counts[0]++;
            counts[1] += takesPart && assessment.Severity < Severity.Review && ifLive!.Severity >= Severity.Review ? 1 : 0;
            counts[2] += takesPart && ifLive!.Severity > assessment.Severity ? 1 : 0;
        }
    }

    private RuleTraffic RuleOf(Rule rule)
    {
        long[] counts = _rules.GetValueOrDefault(rule.Id) ?? new long[4];
        bool noisy = counts[1] >= Math.Max(NoisyFrom, NoisyShare * Conversations) && counts[3] < NoisyDecisive * counts[1];
        return new RuleTraffic(rule.Id, Taxonomy.Id(rule.Tactic), counts[0], counts[1], counts[2], counts[3], noisy);
    }

    private ShadowTraffic ShadowOf(Rule rule)
    {
        long[] counts = _shadows.GetValueOrDefault(rule.Id) ?? new long[3];
        return new ShadowTraffic(rule.Id, Taxonomy.Id(rule.Tactic), counts[0], counts[1], counts[2]);
    }

    private static long[] Of(Dictionary<string, long[]> counts, string key, int length)
    {
        if (!counts.TryGetValue(key, out long[]? own))
        {
            counts.Add(key, own = new long[length]);
        }

        return own;
    }
}
