using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Rules;

/// <summary>All rules and cues of all packs, bound to each other.</summary>
internal sealed record RuleSet
{
    public required CueSet Cues { get; init; }

    /// <summary>The rules in the order in which they are tried: by id, those that ask for a tactic after all rules of that tactic.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    /// <summary>The advice by tactic; of two packs the later one's.</summary>
    public required ImmutableDictionary<Tactic, RuleAdvice> Advice { get; init; }

    /// <summary>The packs in the order in which they were added.</summary>
    public required ImmutableArray<PackVersion> Packs { get; init; }
}
