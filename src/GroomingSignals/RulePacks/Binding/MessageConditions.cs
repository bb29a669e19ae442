using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Binding;

/// <summary>Finds the conditions on single messages inside a condition, those on earlier messages included.</summary>
internal static class MessageConditions
{
    public static IEnumerable<Condition> In(Condition condition) => condition switch
    {
        AllCondition all => all.Of.SelectMany(In),
        AnyCondition any => any.Of.SelectMany(In),
        AtLeastCondition atLeast => atLeast.Of.SelectMany(In),
        NotCondition not => In(not.Of),
        CountCondition count => In(count.Of.Of),
        DistinctCondition distinct => distinct.Of.SelectMany(t => In(t.Of)),
        NearCondition near => near.Of.SelectMany(t => In(t.Of)),
        SequenceCondition sequence => sequence.Steps.Concat(sequence.Unless is { } unless ? [unless] : []).SelectMany(t => In(t.Of)),
        _ => [condition],
    };
}
