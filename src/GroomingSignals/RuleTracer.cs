using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Rules;
using GroomingSignals.Tracking;

namespace GroomingSignals;

/// <summary>Watches one rule while a conversation is folded on this thread: the trace is what really happened, not a second engine.</summary>
internal sealed class RuleTracer
{
    private readonly Rule? _rule;
    private readonly RuleIndex _index;
    private readonly ImmutableArray<RuleTraceStep>.Builder _steps = ImmutableArray.CreateBuilder<RuleTraceStep>();
    private int _messageIndex;
    private bool _tried;

    private RuleTracer(RuleIndex index, string ruleId)
    {
        _index = index;
        int rule = index.RuleOf(ruleId);
        _rule = rule < 0 ? null : index.Rules[rule];
    }

    public static RuleTrace Trace(RiskAnalyzer analyzer, Conversation conversation, string ruleId)
    {
        var tracer = new RuleTracer(analyzer.Index, ruleId);
        FoldScratch.Mine.Tracer = tracer;
        try
        {
            tracer.Run(analyzer, conversation);
        }
        finally
        {
            FoldScratch.Mine.Tracer = null;
        }

        return new RuleTrace(ruleId, tracer._steps.ToImmutable());
    }

    /// <summary>Called for each rule that a message wakes, before it is evaluated.</summary>
    public void Try(Rule rule, ConversationState state, FoldScratch scratch, in MessageContext context, PartyFacts speaker, PartyFacts listener, string messageId)
    {
        if (!ReferenceEquals(rule, _rule))
        {
            return;
        }

        _tried = true;
        var condition = new ConditionTracer(rule, _index.Set.Cues, scratch.Evaluator, scratch.Signals, speaker, listener).Trace();
        bool matched = condition.Outcome == ConditionOutcome.True || (condition.Outcome == ConditionOutcome.Unknown && rule.UnknownIsMatch);
        _steps.Add(new RuleTraceStep(
            _messageIndex, messageId, state.Participants[speaker.Index].Id, state.Participants[listener.Index].Id,
            matched ? RuleTraceOutcome.Matched : RuleTraceOutcome.NotMatched, null, condition));
    }

    private void Run(RiskAnalyzer analyzer, Conversation conversation)
    {
        var state = analyzer.Start(conversation.Id, conversation.Participants);
        foreach (var message in conversation.Messages)
        {
            _tried = false;
            bool duplicate = analyzer.Append(state, message).Duplicate;
            if (!_tried)
            {
                string reason = _rule is null ? "the rule is off"
                    : duplicate ? "the message came before, and counts once"
                    : "the message has nothing that the rule asks for";
                string id = message.Id ?? _messageIndex.ToString(CultureInfo.InvariantCulture);
                _steps.Add(new RuleTraceStep(_messageIndex, id, message.Sender, "", RuleTraceOutcome.NotTried, reason, null));
            }

            _messageIndex++;
        }
    }
}
