using System.Collections.Immutable;

namespace GroomingSignals.Conversations;

/// <summary>What the taxonomy says of one tactic.</summary>
/// <param name="Tactic">The tactic.</param>
/// <param name="Id">Its stable id, as packs and results write it, for example <c>image-request</c>.</param>
/// <param name="Definition">A neutral definition.</param>
/// <param name="Subtypes">The stable ids of its subtypes.</param>
/// <param name="Source">Where the tactic is described.</param>
public sealed record TacticDescription(Tactic Tactic, string Id, string Definition, ImmutableArray<string> Subtypes, string Source);
