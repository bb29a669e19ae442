using GroomingSignals.Conversations;

namespace GroomingSignals.Rules;

/// <summary>
/// What a message must have for a condition to hold: at least one of these cues, tags, roles or tactics. A condition without triggers
/// could hold of any message, selects nothing, and is refused when a pack is bound.
/// </summary>
internal sealed class RuleTriggers
{
    private readonly HashSet<int> _cues = [];
    private readonly HashSet<Tactic> _tactics = [];
    private readonly HashSet<DiscourseRole> _roles = [];

    public IReadOnlySet<int> Cues => _cues;

    public IReadOnlySet<Tactic> Tactics => _tactics;

    public IReadOnlySet<DiscourseRole> Roles => _roles;

    public MessageTags Tags { get; private set; }

    /// <summary>The triggers of a condition; null when it can hold without any.</summary>
    public static RuleTriggers? Of(Condition condition)
    {
        switch (condition)
        {
            case CueCondition cue:
                return With(t => t._cues.Add(cue.Cue));
            case NumberCondition number:
                return With(t => t._cues.Add(number.Cue));
            case TacticCondition tactic:
                return With(t => t._tactics.Add(tactic.Tactic));
            case RoleCondition role:
                return With(t => t._roles.Add(role.Role));
            case TagCondition tag:
                return With(t => t.Tags |= tag.Tag);
            case AllCondition all:
                return WakingPart(all) is { } part ? Of(part) : null;
            case AnyCondition any:
                return Union(any.Of.Select(Of));
            case AtLeastCondition atLeast:
                return Union(atLeast.Of.Select(Of));
            case CountCondition count:
                return Of(count.Of.Of);
            case DistinctCondition distinct:
                return Union(distinct.Of.Select(t => Of(t.Of)));
            case NearCondition near:
                return Union(near.Of.Select(t => Of(t.Of)));
            case SequenceCondition sequence:
                return Of(sequence.Steps[^1].Of);
            default:
                return null;
        }
    }

    /// <summary>The part of a condition by which all of it is woken: the first of those with the fewest triggers. Null when none has any.</summary>
    public static Condition? WakingPart(AllCondition all) => all.Of.Where(part => Of(part) is not null).OrderBy(part => Of(part)!.Weight).FirstOrDefault();

    private int Weight => _cues.Count + (100 * (_tactics.Count + _roles.Count)) + (Tags == MessageTags.None ? 0 : 1);

    private static RuleTriggers With(Action<RuleTriggers> add)
    {
        var triggers = new RuleTriggers();
        add(triggers);
        return triggers;
    }

    private static RuleTriggers? Union(IEnumerable<RuleTriggers?> parts)
    {
        var union = new RuleTriggers();
        foreach (var part in parts)
        {
            if (part is null)
            {
                return null;
            }

            union._cues.UnionWith(part._cues);
            union._tactics.UnionWith(part._tactics);
            union._roles.UnionWith(part._roles);
            union.Tags |= part.Tags;
        }

        return union;
    }
}
