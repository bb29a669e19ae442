using System.Collections.Immutable;
using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Yaml;
using GroomingSignals.Rules;

namespace GroomingSignals.RulePacks.Reading.Conditions;

/// <summary>Reads the condition of a rule, whatever its kind.</summary>
internal sealed class ConditionReader
{
    private static readonly string[] MessageKinds = ["lexicon", "pattern", "number", "tactic", "role", "tag"];
    private static readonly string[] ContextKinds = ["speaker", "listener", "ageGap", "firstContact", "timeOfDay"];
    private static readonly string[] ComposedKinds = ["all", "any", "not", "atLeast"];
    private static readonly string[] HistoryKinds = ["count", "distinct", "near", "sequence"];
    private static readonly string[] Kinds = [.. MessageKinds, .. ContextKinds, .. ComposedKinds, .. HistoryKinds];

    private readonly PackScope _scope;
    private readonly MessageConditionReader _messages;
    private readonly ContextConditionReader _context;
    private readonly HistoryConditionReader _history;

    public ConditionReader(PackScope scope, int roles, List<CueReference> references)
    {
        _scope = scope;
        _messages = new MessageConditionReader(scope, roles, references);
        _context = new ContextConditionReader(scope);
        _history = new HistoryConditionReader(scope, this);
    }

    /// <summary>Reads a condition; null, with a diagnostic, when it is not one.</summary>
    public ConditionBinding? Read(YamlNode node)
    {
        if (KindOf(node) is not { } found)
        {
            return null;
        }

        var (mapping, kind) = found;
        var fields = new Fields(mapping, _scope.Values, $"condition '{kind}'");
        ConditionBinding? binding;
        if (Array.IndexOf(MessageKinds, kind) >= 0)
        {
            binding = _messages.Read(kind, fields)?.Bind;
        }
        else if (fields.Needed(kind) is not { } value)
        {
            binding = null;
        }
        else if (Array.IndexOf(ContextKinds, kind) >= 0)
        {
            var condition = _context.Read(kind, value);
            binding = condition is null ? null : _ => condition;
        }
        else
        {
            binding = Array.IndexOf(HistoryKinds, kind) >= 0 ? _history.Read(kind, value) : Composed(kind, value);
        }

        fields.Done();
        return binding;
    }

    /// <summary>Reads one condition about a single message, and whose message it is.</summary>
    public (MessageCondition Condition, Party? By)? ReadTerm(YamlNode node)
    {
        if (KindOf(node) is not { } found)
        {
            return null;
        }

        var (mapping, kind) = found;
        if (Array.IndexOf(MessageKinds, kind) < 0)
        {
            _scope.Values.Error(
                DiagnosticIds.SingleMessage, mapping.Find(kind)!.Key, $"'{kind}' cannot stand here: only what is said in one message ({string.Join(", ", MessageKinds)}).");
            return null;
        }

        var fields = new Fields(mapping, _scope.Values, $"condition '{kind}'");
        var by = fields.OneOf("by", HistoryConditionReader.Parties);
        var condition = _messages.Read(kind, fields);
        fields.Done();
        return condition is null ? null : (condition, by);
    }

    private (YamlMapping Mapping, string Kind)? KindOf(YamlNode node)
    {
        if (_scope.Values.Mapping(node, "A condition") is not { } mapping)
        {
            return null;
        }

        // Beside a lexicon or a pattern, 'near' is an option and not a kind.
        bool nearIsOption = mapping.Find("lexicon") is not null || mapping.Find("pattern") is not null;
        var kinds = mapping.Entries.Where(e => Kinds.Contains(e.Name, StringComparer.Ordinal) && !(nearIsOption && e.Name is "near")).ToList();
        if (kinds.Count == 1)
        {
            return (mapping, kinds[0].Name);
        }

        if (kinds.Count > 1)
        {
            _scope.Values.Error(
                DiagnosticIds.ConditionKind, kinds[1].Key, $"'{kinds[0].Name}' and '{kinds[1].Name}' stand in one mapping: put each in an item of 'all' or 'any'.");
            return null;
        }

        string first = mapping.Entries.IsEmpty ? "" : mapping.Entries[0].Name;
        YamlNode at = mapping.Entries.IsEmpty ? mapping : mapping.Entries[0].Key;
        _scope.Values.Error(DiagnosticIds.ConditionKind, at, $"A condition has one of {string.Join(", ", Kinds)}.{Suggestion.For(first, Kinds)}");
        return null;
    }

    private ConditionBinding? Composed(string kind, YamlNode value)
    {
        switch (kind)
        {
            case "not":
                return Read(value) is { } inner ? idOf => new NotCondition(inner(idOf)) : null;
            case "atLeast":
                return AtLeast(value);
            default:
                if (Many(value, $"'{kind}'") is not { } of)
                {
                    return null;
                }

                return kind is "all" ? idOf => new AllCondition(BindAll(of, idOf)) : idOf => new AnyCondition(BindAll(of, idOf));
        }
    }

    private ConditionBinding? AtLeast(YamlNode value)
    {
        if (_scope.Values.Mapping(value, "'atLeast'") is not { } mapping)
        {
            return null;
        }

        var fields = new Fields(mapping, _scope.Values, "'atLeast'");
        int? count = fields.NeededInteger("count", 1, 1000);
        var of = fields.Needed("of") is { } list ? Many(list, "'of'") : null;
        fields.Done();
        if (count is null || of is not { } conditions)
        {
            return null;
        }

        if (count > conditions.Length)
        {
            _scope.Values.Error(DiagnosticIds.Impossible, fields.Node("count")!, "More conditions must hold than there are.");
            return null;
        }

        return idOf => new AtLeastCondition(count.Value, BindAll(conditions, idOf));
    }

    /// <summary>All of a list, or null when one of them is not a condition.</summary>
    private ImmutableArray<ConditionBinding>? Many(YamlNode node, string what)
    {
        var items = _scope.Values.Items(node, what);
        ImmutableArray<ConditionBinding> read = [.. items.Select(Read).OfType<ConditionBinding>()];
        return items.IsEmpty || read.Length < items.Length ? null : read;
    }

    private static ImmutableArray<Condition> BindAll(ImmutableArray<ConditionBinding> of, Func<CueReference, int> idOf) =>
        [.. of.Select(bind => bind(idOf))];
}
