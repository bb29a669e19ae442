using System.Collections.Frozen;
using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;
using GroomingSignals.Tracking;

namespace GroomingSignals.Workbench.Corpus;

/// <summary>Scores conversations one by one, in one reading of each.</summary>
internal sealed class ConversationScorer
{
    private readonly RiskAnalyzer _analyzer;
    private readonly StandingReader _standings;
    private readonly CorpusScorer _planner;
    private readonly FrozenDictionary<string, ushort> _rules;

    public ConversationScorer(RiskAnalyzer analyzer)
    {
        _analyzer = analyzer;
        _standings = new StandingReader(analyzer.Peaks);
        _planner = new CorpusScorer(analyzer);
        Rules = [.. analyzer.Index.Rules.Select(r => new RuleName(r.Id, r.Title, r.Tactic))];
        _rules = Rules.Select((rule, i) => (rule.Id, Index: (ushort)i)).ToFrozenDictionary(r => r.Id, r => r.Index, StringComparer.Ordinal);
    }

    public ImmutableArray<RuleName> Rules { get; }

    /// <exception cref="ArgumentException">The analyzer refuses the conversation; the message names the item and no text.</exception>
    public ScoredConversation Score(LabelledConversation source)
    {
        Conversation conversation = source.Conversation;
        ConversationState state = _analyzer.Start(conversation.Id, conversation.Participants);
        List<Standing> standings = [];
        foreach (Message message in conversation.Messages)
        {
            if (!_analyzer.Append(state, message).Duplicate)
            {
                _standings.After(state, message.Sender, standings);
            }
        }

        RiskAssessment assessment = _analyzer.Assess(state);
        return new ScoredConversation
        {
            Source = source,
            Row = _planner.Row(conversation, source.Label, 0),
            Standings = [.. standings],
            Silent = Silent(state),
            People = [.. state.Participants.Select(p => p.Id)],
            Rules = [.. assessment.Evidence.Where(e => !e.Shadow).Select(e => _rules[e.RuleId]).Distinct().Order()],
            Tactics = assessment.Tactics.Aggregate(0, (bits, finding) => bits | (1 << (int)finding.Tactic)),
        };
    }

    private Standing Silent(ConversationState state)
    {
        int baseline = _analyzer.Peaks.Baseline(state);
        VoicesApart? apart = _analyzer.Peaks.IsFused(state) ? new VoicesApart(baseline, _analyzer.Policy.Scoring.Baseline) : null;
        return new Standing(-1, -1, Track.UnknownToUnknown, baseline, 0, default, apart);
    }
}
