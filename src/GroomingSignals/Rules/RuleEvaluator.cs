using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;

namespace GroomingSignals.Rules;

/// <summary>Evaluates conditions of rules on one message and one pair. Reused by one thread; holds no text.</summary>
internal sealed class RuleEvaluator
{
    private readonly List<TacticMatch> _tactics = [];
    private MessageSignals _signals = new();
    private MessageContext _message;
    private PartyFacts _speaker;
    private PartyFacts _listener;
    private ImmutableArray<RoleCue> _roleCues = [];

    public HistoryReader History { get; } = new();

    public RuleMatch Match { get; } = new();

    /// <summary>Starts on a message.</summary>
    public void Begin(RuleIndex index, MessageSignals signals, EventHistory history, in MessageContext message)
    {
        _roleCues = index.Set.Cues.Roles;
        _signals = signals;
        _message = message;
        History.Begin(history, message);
    }

    /// <summary>Starts on a pair.</summary>
    public void Pair(in PartyFacts speaker, in PartyFacts listener)
    {
        _speaker = speaker;
        _listener = listener;
        _tactics.Clear();
        History.Pair(speaker.Index, listener.Index);
    }

    /// <summary>Notes a rule that matched, for conditions on its tactic.</summary>
    public void Matched(Rule rule, TextSpan[] spans) => _tactics.Add(new TacticMatch(rule.Tactic, rule.Subtype, spans, Match.View));

    /// <summary>Tries a whole rule. What it selects is in <see cref="Match"/>.</summary>
    public Truth Evaluate(Rule rule)
    {
        Match.Clear();
        var who = Truth.True;
        if (rule.Speaker is { } speaker)
        {
            who = Participant(speaker);
        }

        if (rule.Listener is { } listener)
        {
            who = Least(who, Participant(listener));
        }

        return who == Truth.False ? Truth.False : Least(who, Evaluate(rule.When, HistoryTerms.RoleBits(rule)));
    }

    /// <summary>Tries one condition, for a rule with these roles (one bit each).</summary>
    public Truth Evaluate(Condition condition, int roles)
    {
        int before = Match.Count;
        var truth = condition switch
        {
            CueCondition cue => Cue(cue, roles),
            NumberCondition number => Number(number, roles),
            TacticCondition tactic => Tactic(tactic),
            RoleCondition role => Role(role),
            TagCondition tag => (_message.Tags & tag.Tag) != MessageTags.None ? Truth.True : Truth.False,
            ParticipantCondition participant => Participant(participant),
            AgeGapCondition gap => AgeGap(gap),
            FirstContactCondition first => FirstContact(first),
            TimeOfDayCondition time => TimeOfDay(time),
            AllCondition all => All(all.Of, roles),
            AnyCondition any => AtLeast(1, any.Of, roles),
            AtLeastCondition atLeast => AtLeast(atLeast.Count, atLeast.Of, roles),
            NotCondition not => Not(not, roles),
            CountCondition count => WithSpans(History.Count(count), [count.Of], roles),
            DistinctCondition distinct => WithSpans(History.Distinct(distinct.Of, distinct.AtLeast, distinct.Within), distinct.Of, roles),
            NearCondition near => WithSpans(History.Distinct(near.Of, near.Of.Length, near.Within), near.Of, roles),
            SequenceCondition sequence => WithSpans(History.Sequence(sequence), [sequence.Steps[^1]], roles),
            _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
        };
        if (truth == Truth.False)
        {
            Match.Return(before);
        }

        return truth;
    }

    private Truth Cue(CueCondition condition, int roles)
    {
        bool found = false;
        foreach (ref readonly var hit in _signals.Hits)
        {
            if (hit.Cue == condition.Cue && (roles >> (int)hit.Role & 1) != 0
                && (condition.Near is not { } near || IsNear(hit, near))
                && (condition.NotNear is not { } notNear || !IsNear(hit, notNear)))
            {
                Match.Add(new TextSpan(hit.Start, hit.End), hit.View, hit.Role);
                found = true;
            }
        }

        return found ? Truth.True : Truth.False;
    }

    private bool IsNear(in CueHit hit, Proximity proximity)
    {
        foreach (ref readonly var other in _signals.Hits)
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

    private Truth Number(NumberCondition condition, int roles)
    {
        var result = Truth.False;
        foreach (ref readonly var hit in _signals.Hits)
        {
            if (hit.Cue != condition.Cue || (roles >> (int)hit.Role & 1) == 0
                || (condition.Between is { } range && (hit.ValueTo < range.From || hit.Value > range.To)))
            {
                continue;
            }

            var truth = Contradiction(condition, hit);
            if (truth != Truth.False)
            {
                Match.Add(new TextSpan(hit.Start, hit.End), hit.View, hit.Role);
                result = Most(result, truth);
            }
        }

        return result;
    }

    private Truth Contradiction(NumberCondition condition, in CueHit hit)
    {
        if (!condition.ContradictsDeclaredBand && !condition.ContradictsOwnEarlierClaim)
        {
            return Truth.True;
        }

        var result = Truth.False;
        if (condition.ContradictsOwnEarlierClaim && _message.Claim is { } claim && Outside(hit, claim.From, claim.To, condition.Tolerance))
        {
            Match.Contradict(claim);
            result = Truth.True;
        }

        if (condition.ContradictsDeclaredBand && result != Truth.True)
        {
            var (from, to) = AgeBands.Span(_message.DeclaredAge);
            result = _message.DeclaredAge == AgeBand.Unknown ? Truth.Unknown
                : Outside(hit, from, to, condition.Tolerance) ? Truth.True : Truth.False;
        }

        return result;
    }

    private static bool Outside(in CueHit hit, int from, int to, int tolerance) =>
        hit.ValueTo + tolerance < from || hit.Value - tolerance > to;

    private Truth Tactic(TacticCondition condition)
    {
        bool found = false;
        foreach (var match in _tactics)
        {
            if (match.Tactic == condition.Tactic && (condition.Subtype is null || string.Equals(condition.Subtype, match.Subtype, StringComparison.Ordinal)))
            {
                found = true;
                foreach (var span in match.Spans)
                {
                    Match.Add(span, match.View, DiscourseRole.Enacting);
                }
            }
        }

        return found ? Truth.True : Truth.False;
    }

    private Truth Role(RoleCondition condition)
    {
        bool found = false;
        foreach (ref readonly var hit in _signals.Hits)
        {
            if (hit.Role == condition.Role && IsRoleCue(hit.Cue, condition.Role))
            {
                Match.Add(new TextSpan(hit.Start, hit.End), hit.View, hit.Role);
                found = true;
            }
        }

        return found ? Truth.True : Truth.False;
    }

    private bool IsRoleCue(int cue, DiscourseRole role)
    {
        foreach (var roleCue in _roleCues)
        {
            if (roleCue.Lexicon == cue && roleCue.Role == role)
            {
                return true;
            }
        }

        return false;
    }

    private Truth Participant(ParticipantCondition condition)
    {
        var who = condition.OfSpeaker ? _speaker : _listener;
        bool holds = (condition.Ages is not { } ages || ages.Contains(who.Age))
            && (condition.Provenances is not { } provenances || provenances.Contains(who.Provenance))
            && (condition.Roles is not { } roles || (who.Role is { } role && roles.Contains(role, StringComparer.Ordinal)))
            && (condition.Initiator is not { } initiator || who.Initiator == initiator);
        return holds ? Truth.True : Truth.False;
    }

    private Truth AgeGap(AgeGapCondition condition)
    {
        if (_speaker.Age == AgeBand.Unknown || _listener.Age == AgeBand.Unknown)
        {
            return Truth.Unknown;
        }

        return AgeBands.Span(_speaker.Age).From - AgeBands.Span(_listener.Age).To >= condition.AtLeastYears ? Truth.True : Truth.False;
    }

    private Truth FirstContact(FirstContactCondition condition)
    {
        if (condition.Messages is { } messages && _message.Ordinal >= messages)
        {
            return Truth.False;
        }

        if (condition.Time is not { } time)
        {
            return Truth.True;
        }

        return _message.Time is { } now && _message.FirstTime is { } first
            ? (now - first <= (long)time.TotalMilliseconds ? Truth.True : Truth.False)
            : Truth.Unknown;
    }

    private Truth TimeOfDay(TimeOfDayCondition condition)
    {
        if (_message.Time is not { } now)
        {
            return Truth.Unknown;
        }

        long day = TimeSpan.TicksPerDay;
        long ticks = ((now * TimeSpan.TicksPerMillisecond) + condition.Offset.Ticks) % day;
        ticks = ticks < 0 ? ticks + day : ticks;
        long from = condition.From.Ticks;
        long to = condition.To.Ticks;
        bool inside = from <= to ? ticks >= from && ticks < to : ticks >= from || ticks < to;
        return inside ? Truth.True : Truth.False;
    }

    private Truth All(ImmutableArray<Condition> conditions, int roles)
    {
        var result = Truth.True;
        foreach (var condition in conditions)
        {
            result = Least(result, Evaluate(condition, roles));
            if (result == Truth.False)
            {
                break;
            }
        }

        return result;
    }

    private Truth AtLeast(int count, ImmutableArray<Condition> conditions, int roles)
    {
        int certain = 0;
        int possible = 0;
        foreach (var condition in conditions)
        {
            var truth = Evaluate(condition, roles);
            certain += truth == Truth.True ? 1 : 0;
            possible += truth == Truth.False ? 0 : 1;
        }

        return certain >= count ? Truth.True : possible >= count ? Truth.Unknown : Truth.False;
    }

    private Truth Not(NotCondition condition, int roles)
    {
        int before = Match.Count;
        var truth = Evaluate(condition.Of, roles);
        Match.Return(before);
        return Truth.True - (int)truth;
    }

    /// <summary>A history condition selects what its terms select in the message itself.</summary>
    private Truth WithSpans(Truth truth, ImmutableArray<HistoryTerm> terms, int roles)
    {
        if (truth != Truth.False)
        {
            foreach (var term in terms)
            {
                Evaluate(term.Of, roles);
            }
        }

        return truth;
    }

    private static Truth Least(Truth a, Truth b) => a < b ? a : b;

    private static Truth Most(Truth a, Truth b) => a > b ? a : b;

    private sealed record TacticMatch(Tactic Tactic, string Subtype, TextSpan[] Spans, TextView View);
}
