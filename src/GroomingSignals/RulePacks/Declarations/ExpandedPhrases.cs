using System.Collections.Immutable;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>What a list of phrases says.</summary>
/// <param name="Literals">The literals, each once, in order.</param>
/// <param name="Count">How many they are with repetitions: so many count towards the bound of all packs.</param>
internal sealed record ExpandedPhrases(ImmutableArray<string> Literals, int Count);
