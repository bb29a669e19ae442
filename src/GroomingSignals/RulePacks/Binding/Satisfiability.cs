using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Binding;

/// <summary>
/// Looks for rules that can never match: a condition beside its own negation, ages that exclude each other, a gap of age that no two bands have.
/// Only what is certain is said; windows and texts are not reasoned about.
/// </summary>
internal sealed class Satisfiability
{
    private static readonly ImmutableArray<AgeBand> Bands = [.. Enum.GetValues<AgeBand>()];

    private readonly Dictionary<string, int> _cues = new(StringComparer.Ordinal);
    private readonly List<CueDefinition> _names = [];

    /// <summary>Why a rule can never match; null when it may.</summary>
    public string? Problem(RuleDeclaration rule)
    {
        if (rule.Draft.UnknownIsMatch)
        {
            // What is not known then counts as a match, whatever is asked of it.
            return null;
        }

        var facts = new Facts([], [], Bands, Bands, 0);
        string? problem = null;
        foreach (var party in new[] { rule.Draft.Speaker, rule.Draft.Listener })
        {
            problem ??= party is null ? null : Add(facts, party, out facts);
        }

        return problem ?? Add(facts, rule.When(IdOf), out _);
    }

    private int IdOf(CueReference reference)
    {
        if (!_cues.TryGetValue(reference.FullName, out int id))
        {
            id = _names.Count;
            _cues.Add(reference.FullName, id);
            _names.Add(new LexiconCue(reference.FullName));
        }

        return id;
    }

    private string? Add(Facts facts, Condition condition, out Facts more)
    {
        more = facts;
        switch (condition)
        {
            case AllCondition all:
                return AddAll(facts, all.Of, out more);
            case AtLeastCondition atLeast when atLeast.Count == atLeast.Of.Length:
                return AddAll(facts, atLeast.Of, out more);
            case AnyCondition any:
                // One branch that may hold is enough; what it adds is not known outside it.
                string? first = null;
                return any.Of.Any(branch => Problem(facts, branch, ref first) is null) ? null : first;
            case NotCondition { Of: ParticipantCondition { Ages: { } ages, Provenances: null, Roles: null, Initiator: null } party }:
                // Whoever is of unknown age is neither in the list nor out of it.
                return Ages(facts, party.OfSpeaker, [.. Bands.Where(b => b != AgeBand.Unknown && !ages.Contains(b))], out more);
            case NotCondition not:
                string denied = Key(not.Of);
                more = facts with { Denied = facts.Denied.Add(denied) };
                return facts.Held.Contains(denied) ? Contradiction(not.Of) : null;
            case ParticipantCondition { Ages: { IsEmpty: false } ages } party:
                return Ages(facts, party.OfSpeaker, ages, out more);
            case AgeGapCondition gap:
                more = facts with { Gap = Math.Max(facts.Gap, gap.AtLeastYears) };
                return Gap(more);
            default:
                string held = Key(condition);
                more = facts with { Held = facts.Held.Add(held) };
                return facts.Denied.Contains(held) ? Contradiction(condition) : null;
        }
    }

    private string? AddAll(Facts facts, ImmutableArray<Condition> conditions, out Facts more)
    {
        more = facts;
        string? problem = null;

        // What is certain first, so that a choice is made knowing it.
        foreach (var condition in conditions.OrderBy(c => c is AnyCondition or AtLeastCondition))
        {
            problem ??= Add(more, condition, out more);
        }

        return problem;
    }

    private string? Problem(Facts facts, Condition condition, ref string? first)
    {
        string? problem = Add(facts, condition, out _);
        first ??= problem;
        return problem;
    }

    private static string? Ages(Facts facts, bool ofSpeaker, ImmutableArray<AgeBand> ages, out Facts more)
    {
        more = ofSpeaker
            ? facts with { Speaker = [.. facts.Speaker.Intersect(ages)] }
            : facts with { Listener = [.. facts.Listener.Intersect(ages)] };
        return (ofSpeaker ? more.Speaker : more.Listener).IsEmpty
            ? $"the ages that are asked of the {(ofSpeaker ? "speaker" : "listener")} exclude each other"
            : Gap(more);
    }

    private static string? Gap(Facts facts)
    {
        if (facts.Gap == 0)
        {
            return null;
        }

        var gaps = from speaker in facts.Speaker
                   from listener in facts.Listener
                   where speaker != AgeBand.Unknown && listener != AgeBand.Unknown
                   select AgeBands.Span(speaker).From - AgeBands.Span(listener).To;
        int widest = gaps.DefaultIfEmpty(int.MinValue).Max();
        return widest >= facts.Gap ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"no two of the ages that are asked for are {facts.Gap} years apart");
    }

    private string Contradiction(Condition condition) => $"it asks for '{ConditionText.Head(condition, Cues)}' and for its opposite";

    private CueSet Cues => new() { Cues = [.. _names], Roles = [] };

    private string Key(Condition condition) =>
        $"{ConditionText.Head(condition, Cues)}({string.Join(';', ConditionText.Parts(condition).Select(Key))})";

    /// <summary>What must hold together.</summary>
    /// <param name="Held">Conditions that must hold.</param>
    /// <param name="Denied">Conditions that must not.</param>
    /// <param name="Speaker">The bands that the speaker may have.</param>
    /// <param name="Listener">The bands that the listener may have.</param>
    /// <param name="Gap">The years that must lie between them.</param>
    private sealed record Facts(
        ImmutableHashSet<string> Held, ImmutableHashSet<string> Denied, ImmutableArray<AgeBand> Speaker, ImmutableArray<AgeBand> Listener, int Gap);
}
