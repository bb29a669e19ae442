using System.Collections.Immutable;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Reading.Conditions;

/// <summary>Reads the conditions about earlier messages.</summary>
internal sealed class HistoryConditionReader(PackScope scope, ConditionReader conditions)
{
    internal const int MaximumCount = 32;
    internal const int MaximumSteps = 8;
    internal const int MaximumMessages = 1_000;

    public static Choices<Party> Parties { get; } = new(("speaker", Party.Speaker), ("listener", Party.Listener), ("anyone", Party.Anyone));

    private delegate HistoryTerm TermBinding(Func<CueReference, int> idOf);

    public ConditionBinding? Read(string kind, YamlNode node)
    {
        if (scope.Values.Mapping(node, $"'{kind}'") is not { } mapping)
        {
            return null;
        }

        var fields = new Fields(mapping, scope.Values, $"'{kind}'");
        var binding = kind switch
        {
            "count" => Count(fields),
            "distinct" => Distinct(fields),
            "near" => Near(fields),
            _ => Sequence(fields),
        };
        fields.Done();
        return binding;
    }

    private ConditionBinding? Count(Fields fields)
    {
        var of = fields.Needed("of") is { } node ? Term(node, Party.Speaker) : null;
        int? atLeast = NeededCount(fields);
        var within = Within(fields);
        if (of is null || atLeast is not { } count || within is null)
        {
            return null;
        }

        // The window holds the message itself and so many before it.
        return Fits(fields, count - 1, within) ? idOf => new CountCondition(of(idOf), count, within) : null;
    }

    private ConditionBinding? Distinct(Fields fields)
    {
        var of = Terms(fields, "of", 1, MaximumCount, Party.Speaker);
        int? atLeast = NeededCount(fields);
        var within = Within(fields);
        if (of is not { } terms || atLeast is not { } count || within is null)
        {
            return null;
        }

        if (count > terms.Length)
        {
            scope.Values.Error(DiagnosticIds.Impossible, fields.Node("atLeast")!, "More must match than the list has.");
            return null;
        }

        return idOf => new DistinctCondition(BindAll(terms, idOf), count, within);
    }

    private ConditionBinding? Near(Fields fields)
    {
        var of = Terms(fields, "of", 2, MaximumCount, Party.Speaker);
        var within = Within(fields);
        return of is { } terms && within is not null ? idOf => new NearCondition(BindAll(terms, idOf), within) : null;
    }

    private ConditionBinding? Sequence(Fields fields)
    {
        bool sameSpeaker = fields.Flag("bySameSpeaker") ?? true;
        var read = Terms(fields, "steps", 2, MaximumSteps, sameSpeaker ? Party.Speaker : Party.Anyone);
        var within = Within(fields);
        var unlessNode = fields.Node("unless");
        var unless = unlessNode is null ? null : Term(unlessNode, Party.Speaker);
        if (read is not { } steps || within is null || (unlessNode is not null && unless is null))
        {
            return null;
        }

        return Fits(fields, steps.Length - 1, within)
            ? idOf => new SequenceCondition(BindAll(steps, idOf), within) { Unless = unless?.Invoke(idOf) }
            : null;
    }

    private int? NeededCount(Fields fields)
    {
        if (fields.Needed("atLeast") is not { } node || scope.Values.Integer(node, "'atLeast'", 1, 1_000_000) is not { } count)
        {
            return null;
        }

        if (count <= MaximumCount)
        {
            return count;
        }

        scope.Values.Error(DiagnosticIds.Window, node, "A rule counts at most 32: the history does not hold more for certain.");
        return null;
    }

    private bool Fits(Fields fields, int earlier, Window within)
    {
        if (within.Messages is { } messages && earlier > messages)
        {
            scope.Values.Error(DiagnosticIds.Impossible, fields.Node("within")!, "The window has too few messages: the condition can never hold.");
            return false;
        }

        return true;
    }

    private Window? Within(Fields outer)
    {
        if (outer.Needed("within") is null || outer.Inner("within") is not { } fields)
        {
            return null;
        }

        var messagesNode = fields.Node("messages");
        var timeNode = fields.Node("time");
        int? messages = messagesNode is null ? null : scope.Values.Integer(messagesNode, "'messages'", 1, MaximumMessages);
        var time = timeNode is null ? null : scope.Values.Duration(timeNode, "'time'");
        fields.Done();
        if (messagesNode is null && timeNode is null)
        {
            scope.Values.Error(DiagnosticIds.Window, fields.Mapping, "A window needs 'messages' (at most 1,000), 'time' or both.");
        }

        return (messagesNode is null || messages is not null) && (timeNode is null || time is not null) && (messages is not null || time is not null)
            ? new Window(messages, time)
            : null;
    }

    private ImmutableArray<TermBinding>? Terms(Fields fields, string name, int least, int most, Party party)
    {
        if (fields.Needed(name) is not { } node)
        {
            return null;
        }

        var items = scope.Values.Items(node, $"'{name}'");
        ImmutableArray<TermBinding> terms = [.. items.Select(item => Term(item, party)).OfType<TermBinding>()];
        if (!items.IsEmpty && (items.Length < least || items.Length > most))
        {
            scope.Values.Error(DiagnosticIds.Window, node, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"'{name}' has {items.Length} conditions; it takes {least} to {most}."));
            return null;
        }

        return items.IsEmpty || terms.Length < items.Length ? null : terms;
    }

    private TermBinding? Term(YamlNode node, Party party)
    {
        if (conditions.ReadTerm(node) is not { } term)
        {
            return null;
        }

        var (condition, by) = term;
        return idOf => new HistoryTerm(condition.Bind(idOf), by ?? party, condition.Key);
    }

    private static ImmutableArray<HistoryTerm> BindAll(ImmutableArray<TermBinding> terms, Func<CueReference, int> idOf) =>
        [.. terms.Select(bind => bind(idOf))];
}
