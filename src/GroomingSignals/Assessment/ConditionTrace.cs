using System.Collections.Immutable;

namespace GroomingSignals.Assessment;

/// <summary>What one condition of a rule gave on one message, and what its parts gave.</summary>
/// <param name="Text">The condition as the rule language writes it, on one line, with full names.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Detail">What decided: the role that kept a match out, the unknown that was asked for, a count; null when there is nothing to add.</param>
/// <param name="Spans">Where its matches stand in the message, those included that a role or an exception kept out.</param>
/// <param name="Parts">The conditions it is made of.</param>
internal sealed record ConditionTrace(
    string Text, ConditionOutcome Outcome, string? Detail, ImmutableArray<TextSpan> Spans, ImmutableArray<ConditionTrace> Parts);
