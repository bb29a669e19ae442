using System.Collections.Immutable;
using System.Numerics;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Rules;

/// <summary>The rules that run, and by which cue, tag or tactic each of them and each history term is woken. Immutable.</summary>
internal sealed class RuleIndex
{
    private readonly int[][] _rulesByCue;
    private readonly int[][] _termsByCue;
    private readonly int[][] _rulesByTag;
    private readonly int[][] _termsByTag;
    private readonly int[][] _rulesByTactic;
    private readonly bool[] _claimCues;
    private readonly Dictionary<string, int> _ruleById;
    private readonly TermDefinition[][] _termsByTactic;
    private readonly Dictionary<uint, TermDefinition> _termByHash;

    public RuleIndex(RuleSet set, ImmutableArray<Rule> rules)
    {
        Set = set;
        Rules = rules;
        Terms = HistoryTerms.Of(rules);
        _ruleById = rules.Select((rule, i) => (rule.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        int cues = set.Cues.Cues.Length;
        const int tagBits = 10;
        _rulesByCue = Gather(cues, rules.Length, i => CuesOf(rules[i].When));
        _rulesByTag = Gather(tagBits, rules.Length, i => TagsOf(RuleTriggers.Of(rules[i].When)!.Tags));
        _rulesByTactic = Gather(Taxonomy.Tactics.Length, rules.Length, i => RuleTriggers.Of(rules[i].When)!.Tactics.Select(t => (int)t));
        _termsByCue = Gather(cues, Terms.Length, i => CuesOf(Terms[i].Of));
        _termsByTag = Gather(tagBits, Terms.Length, i => TagsOf(RuleTriggers.Of(Terms[i].Of)!.Tags));
        _termsByTactic = Array.ConvertAll(
            Gather(Taxonomy.Tactics.Length, Terms.Length, i => RuleTriggers.Of(Terms[i].Of)!.Tactics.Select(t => (int)t)),
            indexes => Array.ConvertAll(indexes, i => Terms[i]));
        _termByHash = Terms.ToDictionary(t => t.Hash);
        _claimCues = new bool[cues];
        foreach (var number in rules.SelectMany(r => Numbers(r.When)).Where(n => n.ContradictsDeclaredBand || n.ContradictsOwnEarlierClaim))
        {
            _claimCues[number.Cue] = true;
        }
    }

    public RuleSet Set { get; }

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The distinct history terms of all rules.</summary>
    public ImmutableArray<TermDefinition> Terms { get; }

    /// <summary>When a message matters to the rules.</summary>
    public Relevance Relevance() => RelevanceBuilder.Build(this);

    public ReadOnlySpan<int> RulesOfCue(int cue) => _rulesByCue[cue];

    public ReadOnlySpan<int> TermsOfCue(int cue) => _termsByCue[cue];

    public ReadOnlySpan<int> RulesOfTag(MessageTags tag) => _rulesByTag[BitOperations.TrailingZeroCount((int)tag)];

    public ReadOnlySpan<int> TermsOfTag(MessageTags tag) => _termsByTag[BitOperations.TrailingZeroCount((int)tag)];

    public ReadOnlySpan<int> RulesOfTactic(Tactic tactic) => _rulesByTactic[(int)tactic];

    /// <summary>The terms that a match of a tactic's rule records.</summary>
    public ReadOnlySpan<TermDefinition> TermsOfTactic(Tactic tactic) => _termsByTactic[(int)tactic];

    /// <summary>A term by its hash; null when no rule has it.</summary>
    public TermDefinition? TermOf(uint hash) => _termByHash.GetValueOrDefault(hash);

    /// <summary>True for a number cue by which rules compare claims of age.</summary>
    public bool IsClaim(int cue) => _claimCues[cue];

    /// <summary>The index of a rule; -1 when it does not run.</summary>
    public int RuleOf(string id) => _ruleById.GetValueOrDefault(id, -1);

    /// <summary>
    /// For each pattern cue that rules ask for only near other cues, these cues: without one of them in the message the pattern need not run.
    /// Null for all others.
    /// </summary>
    public int[]?[] PatternNeeds()
    {
        var needs = new int[]?[_rulesByCue.Length];
        var uses = new List<CueCondition>[needs.Length];
        var isNear = new bool[needs.Length];
        foreach (var condition in Rules.SelectMany(r => ConditionsOf(r.When)).OfType<CueCondition>())
        {
            (uses[condition.Cue] ??= []).Add(condition);
            foreach (var other in new[] { condition.Near, condition.NotNear })
            {
                if (other is not null)
                {
                    isNear[other.Cue] = true;
                }
            }
        }

        for (int cue = 0; cue < needs.Length; cue++)
        {
            if (Set.Cues.Cues[cue] is PatternCue && _termsByCue[cue].Length == 0 && !isNear[cue] && (uses[cue] ?? []).TrueForAll(c => c.Near is not null))
            {
                needs[cue] = [.. (uses[cue] ?? []).ConvertAll(c => c.Near!.Cue).Distinct()];
            }
        }

        return needs;
    }

    private static IEnumerable<Condition> ConditionsOf(Condition condition) => condition switch
    {
        AllCondition all => all.Of.SelectMany(ConditionsOf),
        AnyCondition any => any.Of.SelectMany(ConditionsOf),
        AtLeastCondition atLeast => atLeast.Of.SelectMany(ConditionsOf),
        NotCondition not => ConditionsOf(not.Of),
        _ => [condition],
    };

    private IEnumerable<int> CuesOf(Condition condition)
    {
        var triggers = RuleTriggers.Of(condition)!;
        var roles = Set.Cues.Roles.Where(r => triggers.Roles.Contains(r.Role)).Select(r => r.Lexicon);
        return triggers.Cues.Concat(roles).Distinct();
    }

    private static IEnumerable<int> TagsOf(MessageTags tags)
    {
        for (int bit = 0; bit < 10; bit++)
        {
            if (((int)tags & (1 << bit)) != 0)
            {
                yield return bit;
            }
        }
    }

    private static int[][] Gather(int keys, int items, Func<int, IEnumerable<int>> keysOf)
    {
        var lists = new List<int>[keys];
        for (int item = 0; item < items; item++)
        {
            foreach (int key in keysOf(item))
            {
                (lists[key] ??= []).Add(item);
            }
        }

        return Array.ConvertAll(lists, l => l is null ? [] : l.ToArray());
    }

    private static IEnumerable<NumberCondition> Numbers(Condition condition) => condition switch
    {
        NumberCondition number => [number],
        AllCondition all => all.Of.SelectMany(Numbers),
        AnyCondition any => any.Of.SelectMany(Numbers),
        AtLeastCondition atLeast => atLeast.Of.SelectMany(Numbers),
        _ => [],
    };
}
