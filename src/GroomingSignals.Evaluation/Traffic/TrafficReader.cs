using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Tracking;

namespace GroomingSignals.Evaluation.Traffic;

/// <summary>Analyses conversations as they come, and once more as if the rules in shadow mode were live where there are any. Thread-safe.</summary>
internal sealed class TrafficReader
{
    private readonly RiskAnalyzer _analyzer;
    private readonly RiskAnalyzer? _live;

    /// <param name="analyzer">The analyser.</param>
    /// <param name="build">Builds one with the same packs and classifier under another policy.</param>
    public TrafficReader(RiskAnalyzer analyzer, Func<RiskPolicy, RiskAnalyzer> build)
    {
        _analyzer = analyzer;
        Shadows = [.. analyzer.Index.Rules.Where(r => r.Mode == RuleMode.Shadow)];
        _live = Shadows.Count == 0 ? null : build(Live(analyzer.Policy));
    }

    /// <summary>The rules in shadow mode, by pack or by policy.</summary>
    public IReadOnlyList<Rule> Shadows { get; }

    public RiskAnalyzer Analyzer => _analyzer;

    /// <exception cref="ArgumentException">The analyser refuses the conversation.</exception>
    public TrafficSample Read(Conversation conversation, bool isSynthetic)
    {
        ConversationState state = _analyzer.Start(conversation.Id, conversation.Participants);
        foreach (Message message in conversation.Messages)
        {
            _analyzer.Append(state, message);
        }

        RiskAssessment assessment = _analyzer.Assess(state);
        bool shadowed = _live is not null && assessment.Evidence.Any(e => e.Shadow);
        return new TrafficSample(assessment, shadowed ? _live!.Analyze(conversation) : null, Gate.NameOf(CorpusScorer.TrackOf(state)), conversation.Messages.Count, isSynthetic);
    }

    /// <summary>The policy with every shadow rule live; what it says of their points stays.</summary>
    private RiskPolicy Live(RiskPolicy policy)
    {
        var overrides = policy.Overrides.ToBuilder();
        foreach (Rule rule in Shadows)
        {
            RuleOverride? own = policy.Overrides.FirstOrDefault(o => string.Equals(o.RuleId, rule.Id, StringComparison.Ordinal));
            var live = new RuleOverride(rule.Id, RuleMode.Live, own?.LogOdds, "as if live", null);
            if (own is null)
            {
                overrides.Add(live);
            }
            else
            {
                overrides[policy.Overrides.IndexOf(own)] = live;
            }
        }

        return policy with { Overrides = overrides.ToImmutable() };
    }
}
