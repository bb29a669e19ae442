using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Declarations;

/// <summary>Gives a condition once the ids of cues are known.</summary>
/// <param name="idOf">The id of a cue.</param>
internal delegate Condition ConditionBinding(Func<CueReference, int> idOf);
