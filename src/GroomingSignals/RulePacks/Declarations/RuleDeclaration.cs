using System.Collections.Immutable;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>A rule whose condition is not yet bound to cue ids.</summary>
/// <param name="Draft">The rule; its condition is bound to no cue in particular.</param>
/// <param name="Position">Where its id stands.</param>
/// <param name="When">Its condition.</param>
/// <param name="References">The cues that it names.</param>
internal sealed record RuleDeclaration(Rule Draft, SourcePosition Position, ConditionBinding When, ImmutableArray<CueReference> References)
{
    /// <summary>The rule, bound.</summary>
    public Rule Bind(Func<CueReference, int> idOf) => Draft with { When = When(idOf) };
}
