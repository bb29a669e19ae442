using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.Rules;

namespace GroomingSignals.Features;

/// <summary>
/// Works out from all rules of the packs, those that are off included, what each cue speaks for. Modes, points and the policy have no say, so that
/// an analyst's override moves the rules' voice alone. Immutable.
/// </summary>
internal sealed class CueReadings
{
    private readonly CueReading[][] _readings;
    private readonly CueFamily[] _families;

    public CueReadings(RuleSet rules)
    {
        int cues = rules.Cues.Cues.Length;
        var readings = new List<CueReading>[cues];
        var ofHistory = new List<CueReading>[cues];
        _families = new CueFamily[cues];
        foreach (var rule in rules.Rules)
        {
            Walk(rule.When, (int)rule.Tactic, [], readings, ofHistory);
        }

        // What only the steps of a sequence ask for still speaks for the sequence's tactic.
        _readings = [.. readings.Select((own, cue) => (own ?? ofHistory[cue] ?? []).Distinct().ToArray())];
        foreach (var role in rules.Cues.Roles)
        {
            _families[role.Lexicon] |= FamilyOf(role.Role);
        }

        for (int cue = 0; cue < cues; cue++)
        {
            _families[cue] &= _readings[cue].Length > 0 ? ~CueFamily.Everyday : ~CueFamily.None;
        }
    }

    /// <summary>What a cue tells beside tactics.</summary>
    public CueFamily FamilyOf(int cue) => _families[cue];

    /// <summary>For each cue whether a message that has it, and nothing else, changes a feature.</summary>
    public bool[] Decisive() => [.. _readings.Select((readings, cue) => readings.Length > 0 || _families[cue] != CueFamily.None)];

    /// <summary>The tactics that a match speaks for, one bit each.</summary>
    public int TacticsOf(in CueHit hit, ReadOnlySpan<CueHit> all)
    {
        int tactics = 0;
        foreach (var reading in _readings[hit.Cue])
        {
            if ((tactics >> reading.Tactic & 1) == 0
                && (reading.Near is null || IsNear(hit, reading.Near, all))
                && (reading.NotNear is null || !IsNear(hit, reading.NotNear, all))
                && HasAll(reading.Needs, all)
                && !HasAny(reading.Vetoes, all))
            {
                tactics |= 1 << reading.Tactic;
            }
        }

        return tactics;
    }

    private static CueFamily FamilyOf(DiscourseRole role) => role switch
    {
        DiscourseRole.Refusing => CueFamily.Refusal,
        DiscourseRole.Disclosing => CueFamily.Disclosure,
        DiscourseRole.Quoting => CueFamily.Quotation,
        DiscourseRole.Warning or DiscourseRole.Educating => CueFamily.Caution,
        _ => CueFamily.None,
    };

    private void Walk(
        Condition condition, int tactic, ImmutableArray<int> vetoes, List<CueReading>[] readings, List<CueReading>[] ofHistory, ImmutableArray<int> needs = default)
    {
        switch (condition)
        {
            case CueCondition cue:
                (readings[cue.Cue] ??= []).Add(new CueReading(tactic, cue.Near, cue.NotNear, needs.IsDefault ? [] : needs, vetoes));
                if (cue.NotNear is { } notNear)
                {
                    _families[notNear.Cue] |= CueFamily.Everyday;
                }

                break;
            case NumberCondition { ContradictsDeclaredBand: false, ContradictsOwnEarlierClaim: false } number:
                (readings[number.Cue] ??= []).Add(new CueReading(tactic, null, null, [], vetoes));
                break;
            case NumberCondition claim:
                _families[claim.Cue] |= CueFamily.AgeClaim;
                break;
            case AllCondition all:
                All(all, tactic, vetoes, readings, ofHistory);
                break;
            case AnyCondition any:
                foreach (var part in any.Of)
                {
                    Walk(part, tactic, vetoes, readings, ofHistory);
                }

                break;
            default:
                foreach (var step in Steps(condition))
                {
                    Walk(step.Of, tactic, [], ofHistory, ofHistory);
                }

                break;
        }
    }

    private void All(AllCondition all, int tactic, ImmutableArray<int> vetoes, List<CueReading>[] readings, List<CueReading>[] ofHistory)
    {
        var own = all.Of.OfType<NotCondition>().SelectMany(n => n.Of is AnyCondition any ? any.Of : [n.Of]).OfType<CueCondition>().Select(c => c.Cue);
        vetoes = [.. vetoes.Concat(own).Distinct()];
        foreach (int veto in vetoes)
        {
            _families[veto] |= CueFamily.Everyday;
        }

        foreach (var part in all.Of)
        {
            var others = all.Of.OfType<CueCondition>().Where(c => !ReferenceEquals(c, part)).Select(c => c.Cue);
            Walk(part, tactic, vetoes, readings, ofHistory, [.. others]);
        }
    }

    private static ImmutableArray<HistoryTerm> Steps(Condition condition) => condition switch
    {
        CountCondition count => [count.Of],
        DistinctCondition distinct => distinct.Of,
        NearCondition near => near.Of,
        SequenceCondition sequence => sequence.Steps,
        _ => [],
    };

    private static bool IsNear(in CueHit hit, Proximity proximity, ReadOnlySpan<CueHit> all)
    {
        foreach (ref readonly var other in all)
        {
            if (other.Cue == proximity.Cue
                && (proximity.Tokens is not { } tokens
                    || (other.FirstToken - hit.LastToken <= tokens + 1 && hit.FirstToken - other.LastToken <= tokens + 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAll(ImmutableArray<int> cues, ReadOnlySpan<CueHit> all)
    {
        foreach (int cue in cues)
        {
            if (!Has(cue, all))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasAny(ImmutableArray<int> cues, ReadOnlySpan<CueHit> all)
    {
        foreach (int cue in cues)
        {
            if (Has(cue, all))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(int cue, ReadOnlySpan<CueHit> all)
    {
        foreach (ref readonly var hit in all)
        {
            if (hit.Cue == cue)
            {
                return true;
            }
        }

        return false;
    }
}
