using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.Evaluation.Results;
using GroomingSignals.Tracking;

namespace GroomingSignals.Evaluation.Scoring;

/// <summary>Tables by tactic, rule and severity, from assessments that are counted and let go.</summary>
internal sealed class Breakdown
{
    private static readonly string[] AboutProbability = [NoteCodes.ClassifierPackDiffers, NoteCodes.ClassifierPolicyOverride, NoteCodes.ClassifierUncalibrated];

    private readonly SortedDictionary<string, (string Tactic, int Positives, int Negatives)> _rules = new(StringComparer.Ordinal);
    private readonly int[,] _found = new int[Taxonomy.Tactics.Length, 2];
    private readonly int[] _labelled = new int[Taxonomy.Tactics.Length];
    private readonly int[] _labelledAndFound = new int[Taxonomy.Tactics.Length];
    private readonly long[,] _reached = new long[Enum.GetValues<Severity>().Length, 2];
    private readonly SortedDictionary<string, DataWarning> _doubts = new(StringComparer.Ordinal);
    private bool _hasMessageLabels;

    /// <summary>The versions of the first assessment.</summary>
    public VersionSet? Versions { get; private set; }

    public static Breakdown Of(IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> rows, Func<int, RiskAssessment?> assess, int threads, CancellationToken cancellationToken)
    {
        Breakdown breakdown = new();
        foreach (int[] batch in rows.Chunk(4096))
        {
            var assessed = new RiskAssessment?[batch.Length];
            Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken }, i => assessed[i] = assess(batch[i]));
            for (int i = 0; i < batch.Length; i++)
            {
                if (assessed[i] is { } assessment)
                {
                    breakdown.Count(conversations[batch[i]], assessment);
                }
            }
        }

        return breakdown;
    }

    public ImmutableArray<RuleFigure> Rules() => [.. _rules.Select(r => new RuleFigure(r.Key, r.Value.Tactic, r.Value.Positives, r.Value.Negatives))];

    public ImmutableArray<TacticFigure> Tactics() => Versions is null ? [] :
        [.. Taxonomy.Tactics.Select((t, i) => new TacticFigure(Taxonomy.Id((Tactic)i), _found[i, 0], _found[i, 1], _hasMessageLabels ? _labelled[i] : null, _hasMessageLabels ? _labelledAndFound[i] : null))];

    /// <summary>What reaches each severity above none.</summary>
    public ImmutableArray<SeverityFigure> Severities(double prevalence) => Versions is null ? [] :
        [.. Enum.GetValues<Severity>().Where(s => s != Severity.None).Select(s => SeverityFigure.Of(s, CountsAt(s), prevalence))];

    /// <summary>What the assessments say of their classifier: why there is no probability.</summary>
    public IEnumerable<DataWarning> Doubts => _doubts.Values;

    private Confusion CountsAt(Severity severity) => new(Sum(severity, 0, true), Sum(severity, 1, true), Sum(severity, 1, false), Sum(severity, 0, false));

    private long Sum(Severity severity, int side, bool reached) =>
        Enum.GetValues<Severity>().Where(s => (s >= severity) == reached).Sum(s => _reached[(int)s, side]);

    private void Count(LabelledConversation conversation, RiskAssessment assessment)
    {
        Versions ??= assessment.Versions;
        int side = conversation.Label is true ? 0 : 1;
        _reached[(int)assessment.Severity, side]++;
        foreach (Assumption doubt in assessment.Assumptions.Where(a => AboutProbability.Contains(a.Code)))
        {
            _doubts.TryAdd(doubt.Code, new DataWarning(doubt.Code, doubt.Detail + " Brier score and calibration error are undefined."));
        }

        foreach (var rule in assessment.Evidence.Where(e => !e.Shadow).DistinctBy(e => e.RuleId, StringComparer.Ordinal))
        {
            var (_, positives, negatives) = _rules.GetValueOrDefault(rule.RuleId);
            _rules[rule.RuleId] = (Taxonomy.Id(rule.Tactic), positives + 1 - side, negatives + side);
        }

        HashSet<Tactic> found = [.. assessment.Tactics.Select(t => t.Tactic)];
        HashSet<Tactic> labelled = [.. conversation.MessageTactics.SelectMany(t => t)];
        _hasMessageLabels |= labelled.Count > 0;
        foreach (Tactic tactic in found)
        {
            _found[(int)tactic, side]++;
        }

        foreach (Tactic tactic in labelled)
        {
            _labelled[(int)tactic]++;
            _labelledAndFound[(int)tactic] += found.Contains(tactic) ? 1 : 0;
        }
    }
}
