using GroomingSignals.RulePacks.Declarations;

namespace GroomingSignals.RulePacks.Reading.Conditions;

/// <summary>A condition about a single message.</summary>
/// <param name="Bind">Gives the condition once cue ids are known.</param>
/// <param name="Key">Its canonical text: full names, options and, where they matter, the rule's roles.</param>
internal sealed record MessageCondition(ConditionBinding Bind, string Key);
