namespace GroomingSignals.Assessment;

/// <summary>What became of a rule on one message of its speaker towards one listener.</summary>
/// <param name="MessageIndex">The place of the message in the conversation, from 0.</param>
/// <param name="MessageId">The id of the message, or its index when the platform gave none.</param>
/// <param name="From">The speaker.</param>
/// <param name="Towards">The listener.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why the rule was not tried (mode off, no cue of it in the message, a duplicate); null when it was.</param>
/// <param name="Condition">The rule's speaker, listener and <c>when</c>, condition by condition; null when it was not tried.</param>
internal sealed record RuleTraceStep(
    int MessageIndex, string MessageId, string From, string Towards, RuleTraceOutcome Outcome, string? Reason, ConditionTrace? Condition);
