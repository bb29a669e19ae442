using System.Collections.Immutable;
using GroomingSignals.Rules;

namespace GroomingSignals.Features;

/// <summary>When a match of a cue speaks for a tactic, as far as its message tells: what a rule of the tactic asks to stand near it or in the message.</summary>
/// <param name="Tactic">The tactic, as a number.</param>
/// <param name="Near">A cue that must be near; null when none need be.</param>
/// <param name="NotNear">A cue that must not be near; null when any may.</param>
/// <param name="Needs">Cues that the message must have as well.</param>
/// <param name="Vetoes">Cues that the message must not have.</param>
internal sealed record CueReading(int Tactic, Proximity? Near, Proximity? NotNear, ImmutableArray<int> Needs, ImmutableArray<int> Vetoes);
