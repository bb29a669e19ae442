using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Rules;

/// <summary>
/// Works out from rules when a message matters: some cue wakes a rule and what the rule asks for beside it is there too, a term of the history is to be
/// recorded, an age is claimed, or somebody at risk refuses or discloses. What stands beside other conditions is left to the rules themselves.
/// </summary>
internal sealed class RelevanceBuilder
{
    private readonly RuleIndex _index;
    private readonly List<Need>[] _needs;
    private readonly CueFrequency _frequency;

    private RelevanceBuilder(RuleIndex index)
    {
        _index = index;
        _needs = [.. index.Set.Cues.Cues.Select(_ => new List<Need>())];
        _frequency = new CueFrequency(index.Set.Cues);
    }

    /// <summary>The relevance for the rules of an index.</summary>
    public static Relevance Build(RuleIndex index)
    {
        var builder = new RelevanceBuilder(index);
        foreach (var rule in index.Rules)
        {
            builder.Add(rule.When, [], later: false);
        }

        var first = HistoryTerms.AskedForFirst(index.Rules);
        foreach (var term in index.Terms)
        {
            builder.Add(term.Of, [], later: !first.Contains(term.Hash));
        }

        for (int cue = 0; cue < builder._needs.Length; cue++)
        {
            if (index.IsClaim(cue))
            {
                builder.Add(cue, [], later: false);
            }
        }

        // What one at risk says raises the urgency of what was found before.
        foreach (var role in index.Set.Cues.Roles.Where(r => r.Role is DiscourseRole.Refusing or DiscourseRole.Disclosing))
        {
            builder.Add(role.Lexicon, [], later: true);
        }

        return new Relevance([.. builder._needs.Select(n => n.ToArray())], isSelective: true);
    }

    private void Add(int cue, ulong[][] sets, bool later) => _needs[cue].Add(new Need(later, sets));

    /// <summary>Adds a cue that is asked for near another: whichever is rarer tells that both may be there.</summary>
    private void Add(int cue, int near, ulong[][] sets, bool later)
    {
        var (rare, other) = _frequency.Of(near) < _frequency.Of(cue) ? (near, cue) : (cue, near);
        Add(rare, [.. sets, SetOf([other])], later);
    }

    /// <summary>Adds what a condition is woken by, as <see cref="RuleTriggers"/> has it.</summary>
    private void Add(Condition condition, ulong[][] sets, bool later)
    {
        switch (condition)
        {
            case CueCondition cue:
                if (cue.Near is { } beside)
                {
                    Add(cue.Cue, beside.Cue, sets, later);
                }
                else
                {
                    Add(cue.Cue, sets, later);
                }

                break;
            case NumberCondition number:
                Add(number.Cue, sets, later);
                break;
            case RoleCondition role:
                foreach (int lexicon in LexiconsOf(role.Role))
                {
                    Add(lexicon, sets, later);
                }

                break;
            case AllCondition all:
                var rarest = RarestOf(all);
                Add(rarest, [.. sets, .. all.Of.Where(part => !ReferenceEquals(part, rarest)).Select(SetOf).OfType<ulong[]>()], later);
                break;
            case AnyCondition any:
                AddEach(any.Of, sets, later);
                break;
            case AtLeastCondition atLeast:
                AddEach(atLeast.Of, sets, later);
                break;
            case CountCondition count:
                Add(count.Of.Of, sets, later);
                break;
            case DistinctCondition distinct:
                AddEach(distinct.Of.Select(t => t.Of), sets, later);
                break;
            case NearCondition near:
                AddEach(near.Of.Select(t => t.Of), sets, later);
                break;
            case SequenceCondition sequence:
                Add(sequence.Steps[^1].Of, sets, later || sequence.Steps.Length > 1);
                break;
            default:
                // A tactic or a tag: the former comes of cues that matter, a message with the latter is read whole.
                break;
        }
    }

    private void AddEach(IEnumerable<Condition> conditions, ulong[][] sets, bool later)
    {
        foreach (var condition in conditions)
        {
            Add(condition, sets, later);
        }
    }

    /// <summary>The part of a condition that tells most seldom that all of it may hold; the waking one where none is cues alone.</summary>
    private Condition RarestOf(AllCondition all) => all.Of.Select(part => (part, set: SetOf(part))).Where(p => p.set is not null)
        .OrderBy(p => Need.CuesIn(p.set!).Sum(_frequency.Of)).Select(p => p.part).FirstOrDefault() ?? RuleTriggers.WakingPart(all)!;

    /// <summary>The cues without one of which a condition cannot hold; null when it can, or when it is not cues alone.</summary>
    private ulong[]? SetOf(Condition condition) => RuleTriggers.Of(condition) is { Tags: MessageTags.None, Tactics.Count: 0 } triggers
        ? SetOf(triggers.Cues.Concat(triggers.Roles.SelectMany(LexiconsOf)))
        : null;

    private ulong[] SetOf(IEnumerable<int> cues)
    {
        ulong[] set = new ulong[(_needs.Length + 63) / 64];
        foreach (int cue in cues)
        {
            set[cue >> 6] |= 1UL << cue;
        }

        return set;
    }

    private IEnumerable<int> LexiconsOf(DiscourseRole role) => _index.Set.Cues.Roles.Where(r => r.Role == role).Select(r => r.Lexicon);
}
